import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Room, Synced } from '@parley/contracts';
import { Realtime, Session, Unread } from '@parley/web-core';
import { aMe, aMembership, aMessage, aRoom, FakeRealtime, settle } from '@parley/web-testing';
import { of } from 'rxjs';
import { RoomCache } from './room-cache';
import { RoomsApi } from './rooms-api';
import { RoomsStore } from './rooms-store';

const tea = aRoom({ id: 'tea', lastSeq: 3, lastChange: 3, me: aMembership({ lastReadSeq: 3 }) });
const from = (seq: number) => aMessage({ roomId: 'tea', authorId: 'ben', seq });

/** Remembers what it is told in memory. */
class FakeCache implements Partial<RoomCache> {
  rooms: Room[] = [];
  generation: string | null = null;
  isCleared = false;
  restore = () => Promise.resolve({ rooms: this.rooms, generation: this.generation });
  remember = (generation: string) => Promise.resolve(void (this.generation = generation));
  replace = () => Promise.resolve();
  keepLater = () => undefined;
  remove = () => Promise.resolve();
  clear = () => Promise.resolve(void (this.isCleared = true));
}

describe('RoomsStore', () => {
  let realtime: FakeRealtime;
  let cache: FakeCache;
  let asked: string[];
  let fresh: Room;
  let store: RoomsStore;

  const synced = (wishes: Partial<Synced> = {}): Synced => ({
    rooms: [tea],
    stale: [],
    unreadNotifications: 0,
    generation: 'first',
    ...wishes,
  });
  const connect = async (answer = synced()) => {
    realtime.connect();
    await settle();
    realtime.answer(answer);
    await settle();
  };

  beforeEach(() => {
    realtime = new FakeRealtime();
    cache = new FakeCache();
    asked = [];
    fresh = tea;
    const api: Partial<RoomsApi> = {
      get: (roomId) => {
        asked.push(roomId);
        return of(fresh);
      },
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Realtime, useValue: realtime },
        { provide: RoomCache, useValue: cache },
        { provide: RoomsApi, useValue: api },
        { provide: Session, useValue: { me: signal(aMe({ username: 'ann' })) } },
      ],
    });
    cache.rooms = [tea];
    store = TestBed.inject(RoomsStore);
  });

  it('keeps a room that was entered while the list was on its way, and none that was left', async () => {
    const coffee = aRoom({ id: 'coffee' });
    realtime.connect();
    await settle();

    realtime.emit('room:joined', { room: coffee });
    realtime.emit('room:left', { roomId: 'tea' });
    realtime.answer(synced());
    await settle();

    expect(store.rooms().map(({ id }) => id)).toEqual(['coffee']);
  });

  it('shows what this device knows before there is a network', async () => {
    await settle();

    expect(store.rooms()).toEqual([tea]);
    expect(store.status()).toBe('loading');
  });

  it('tells the server how far it is after every connection, and takes its rooms', async () => {
    await settle();
    await connect(synced({ rooms: [tea, aRoom({ id: 'coffee' })] }));
    realtime.emit('message:changed', { roomId: 'tea', messages: [{ ...from(4), change: 4 }] });
    await connect(synced({ rooms: [aRoom({ ...tea, lastSeq: 5, lastChange: 5 })] }));

    expect(realtime.commands.map(({ payload }) => payload)).toEqual([
      { rooms: { tea: 3 } },
      { rooms: { tea: 4, coffee: 0 } },
    ]);
    expect(store.rooms()).toMatchObject([{ id: 'tea', lastSeq: 5 }]);
  });

  it('counts what arrives, and knows how many rooms call', async () => {
    await connect();

    realtime.emit('message:changed', { roomId: 'tea', messages: [from(4), from(5)] });
    await settle();

    expect(store.get('tea')?.me?.unread).toBe(2);
    expect(TestBed.inject(Unread).chats()).toBe(1);
    expect(asked).toEqual([]);
  });

  it('has read at once what was seen, before the server says so', async () => {
    await connect();
    realtime.emit('message:changed', { roomId: 'tea', messages: [from(4)] });

    const telling = store.markRead('tea', 4);
    expect(store.get('tea')?.me).toMatchObject({ unread: 0, lastReadSeq: 4 });
    realtime.answer({ lastReadSeq: 4, unreadFrom: null, unread: 0, mentions: 0 });
    await telling;

    expect(realtime.commands.at(-1)).toEqual({ name: 'room:read', payload: { roomId: 'tea', seq: 4 } });
  });

  it.each([
    ['after a gap', (it: FakeRealtime) => it.emit('message:changed', { roomId: 'tea', messages: [from(5)] })],
    [
      'when its head is further',
      (it: FakeRealtime) => it.emit('room:heads', { rooms: { tea: 5 }, generation: 'first' }),
    ],
  ])('reads a room again %s', async (_, cause) => {
    await connect();
    fresh = aRoom({ ...tea, lastSeq: 5, lastChange: 5, me: aMembership({ lastReadSeq: 3, unread: 2 }) });

    cause(realtime);
    while (store.get('tea')?.lastChange !== 5 || store.get('tea')?.me?.unread !== 2) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }

    expect(asked).toEqual(['tea']);
  });

  it('has the rooms that somebody joins and not those they leave', async () => {
    await connect();

    realtime.emit('room:joined', { room: aRoom({ id: 'coffee' }) });
    realtime.emit('room:left', { roomId: 'tea' });

    expect(store.rooms().map(({ id }) => id)).toEqual(['coffee']);
  });

  it('forgets everything when the server was restored from a backup', async () => {
    await connect();

    realtime.emit('room:heads', { rooms: {}, generation: 'second' });
    realtime.answer(synced({ rooms: [aRoom({ ...tea, lastSeq: 1, lastChange: 1 })], generation: 'second' }));
    await settle();

    expect(cache.isCleared).toBe(true);
    expect(store.get('tea')).toMatchObject({ lastSeq: 1, lastChange: 1 });
  });

  it('says that it could not load the rooms, and tries again', async () => {
    cache.rooms = [];
    realtime.connect();
    await settle();
    realtime.refuse(new Error('timeout'));
    await settle();
    expect(store.status()).toBe('error');

    void store.sync();
    realtime.answer(synced());
    await settle();

    expect(store.status()).toBe('ready');
  });
});
