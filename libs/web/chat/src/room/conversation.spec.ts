import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, MessageWindow, Room, RoomChanges } from '@parley/contracts';
import { Authors, ProblemError, Realtime, Session } from '@parley/web-core';
import { aMe, aMembership, aMessage, aProblem, aRoom, FakeRealtime, settle } from '@parley/web-testing';
import { of, Subject, throwError } from 'rxjs';
import { Outbox } from '../outbox/outbox';
import { RoomCache } from '../rooms/room-cache';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';
import { Conversation, ROOM_ID } from './conversation';
import { MessagesApi, type WindowPlace } from './messages-api';

const messages = (from: number, to: number): Message[] =>
  Array.from({ length: to - from + 1 }, (_, index) => aMessage({ roomId: 'tea', seq: from + index }));

describe('Conversation', () => {
  let realtime: FakeRealtime;
  let places: WindowPlace[];
  let sinces: number[];
  let room: Room | undefined;
  let changes: Partial<RoomChanges>;
  let isRefused: boolean;
  const sent = new Subject<Message>();
  const synced = signal(0);
  const cached = messages(2, 3);

  /** A server with a hundred messages, of which it gives ten at a time. */
  const windowAt = ({ before, after, around }: WindowPlace): MessageWindow => {
    const end = before ? before - 1 : after ? after + 10 : around ? around + 5 : 100;
    const items = messages(Math.max(1, end - 9), Math.min(100, end));
    return { items, users: [], hasBefore: end > 10, hasAfter: end < 100 };
  };

  beforeEach(() => {
    realtime = new FakeRealtime();
    places = [];
    sinces = [];
    isRefused = false;
    room = aRoom({ id: 'tea', lastSeq: 100, lastChange: 100, me: aMembership({ lastReadSeq: 100 }) });
    changes = {};
    synced.set(0);
    const api: Partial<MessagesApi> = {
      window: (_, place) => {
        places.push(place);
        return isRefused
          ? throwError(() => new ProblemError(aProblem('room.not-a-member')))
          : of(windowAt(place));
      },
    };
    const roomsApi: Partial<RoomsApi> = {
      changes: (_, since) => {
        sinces.push(since);
        return of({ upTo: 103, more: false, reset: false, messages: [], members: [], ...changes });
      },
    };
    TestBed.configureTestingModule({
      providers: [
        Conversation,
        { provide: ROOM_ID, useValue: 'tea' },
        { provide: Authors, useValue: { need: () => undefined, remember: () => undefined } },
        { provide: MessagesApi, useValue: api },
        { provide: Outbox, useValue: { entries: signal([]), sent } },
        { provide: Realtime, useValue: realtime },
        {
          provide: RoomCache,
          useValue: { messages: async () => cached, keepMessages: () => Promise.resolve() },
        },
        { provide: RoomsApi, useValue: roomsApi },
        { provide: RoomsStore, useValue: { get: () => room, synced, generation: signal('first') } },
        { provide: Session, useValue: { me: signal(aMe()) } },
      ],
    });
  });

  const open = async (): Promise<Conversation> => {
    const conversation = TestBed.inject(Conversation);
    realtime.connect();
    synced.update((count) => count + 1);
    await settle();
    return conversation;
  };
  const seqs = (conversation: Conversation): number[] => conversation.messages().map(({ seq }) => seq);

  it('shows what this device has until the server has answered', async () => {
    const conversation = TestBed.inject(Conversation);
    await settle();
    expect(conversation.messages()).toEqual(cached);

    synced.set(1);
    await settle();

    expect(seqs(conversation)).toEqual([91, 92, 93, 94, 95, 96, 97, 98, 99, 100]);
    expect(conversation.status()).toBe('ready');
  });

  it('opens where reading stopped when that is far away', async () => {
    room = aRoom({
      id: 'tea',
      lastSeq: 100,
      lastChange: 100,
      me: aMembership({ lastReadSeq: 30, unread: 70 }),
    });

    const conversation = await open();

    expect(places).toEqual([{ around: 31 }]);
    expect(conversation.lineAfter()).toBe(30);
    expect(conversation.hasAfter()).toBe(true);
  });

  it('pages in both directions, and back to the newest', async () => {
    const conversation = await open();

    await conversation.loadBefore();
    expect(seqs(conversation)[0]).toBe(81);
    await conversation.loadAround(50);
    expect(seqs(conversation)).toContain(50);
    await conversation.loadAfter();
    expect(seqs(conversation).at(-1)).toBe(65);
    await conversation.loadNewest();

    expect(seqs(conversation).at(-1)).toBe(100);
    expect(places).toEqual([{}, { before: 91 }, { around: 50 }, { after: 55 }, {}]);
  });

  it('hears of messages and takes over its own, each once', async () => {
    const conversation = await open();
    const [news] = messages(101, 101);

    realtime.emit('message:changed', { roomId: 'tea', messages: messages(101, 101) });
    realtime.emit('message:changed', { roomId: 'coffee', messages: messages(102, 102) });
    sent.next(news ?? aMessage({}));

    expect(seqs(conversation).slice(-2)).toEqual([100, 101]);
  });

  it('reads what it missed, and nothing else, after a gap', async () => {
    const conversation = await open();
    changes = { messages: messages(101, 103) };

    realtime.emit('message:changed', { roomId: 'tea', messages: messages(103, 103) });
    while (seqs(conversation).at(-1) !== 103) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(seqs(conversation).slice(-3)).toEqual([101, 102, 103]);
    expect(sinces).toEqual([100]);
  });

  it('catches up after a break', async () => {
    const conversation = await open();
    changes = { messages: messages(101, 103) };
    room = aRoom({ id: 'tea', lastSeq: 103, lastChange: 103 });

    synced.update((count) => count + 1);
    await settle();
    while (seqs(conversation).at(-1) !== 103) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(sinces).toEqual([100]);
  });

  it('begins anew when too much was missed', async () => {
    await open();
    changes = { reset: true };

    realtime.emit('room:heads', { rooms: { tea: 5_000 }, generation: 'first' });
    while (places.length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }

    expect(places).toEqual([{}, {}]);
  });

  it('knows that the room is not open to it', async () => {
    isRefused = true;

    expect((await open()).status()).toBe('gone');
  });
});
