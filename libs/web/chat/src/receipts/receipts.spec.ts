import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MemberMarkers, Room } from '@parley/contracts';
import { Realtime, Session } from '@parley/web-core';
import { aMe, aRoom, FakeRealtime, settle } from '@parley/web-testing';
import { of } from 'rxjs';
import { Conversation } from '../room/conversation';
import { RoomsStore } from '../rooms/rooms-store';
import { Receipts } from './receipts';
import { ReceiptsApi } from './receipts-api';

describe('Receipts', () => {
  let realtime: FakeRealtime;
  let receipts: Receipts;
  let asked: number;
  const room = signal<Room>(aRoom({ kind: 'direct' }));

  beforeEach(() => {
    room.set(aRoom({ kind: 'direct' }));
    asked = 0;
    realtime = new FakeRealtime();
    const items: MemberMarkers[] = [{ userId: 'ben', lastReadSeq: 1, lastDeliveredSeq: 2 }];
    TestBed.configureTestingModule({
      providers: [
        Receipts,
        { provide: Realtime, useValue: realtime },
        { provide: Session, useValue: { me: () => aMe({ username: 'ann' }) } },
        { provide: Conversation, useValue: { roomId: 'room-1' } },
        { provide: RoomsStore, useValue: { get: () => room() } },
        {
          provide: ReceiptsApi,
          useValue: { inRoom: () => ((asked += 1), of({ roomId: 'room-1', items })) },
        },
      ],
    });
    receipts = TestBed.inject(Receipts);
  });

  const tell = (userId: string, lastReadSeq: number, roomId = 'room-1') =>
    realtime.emit('room:receipts', {
      roomId,
      items: [{ userId, lastReadSeq, lastDeliveredSeq: lastReadSeq }],
    });
  const fates = () => [1, 2, 3].map((seq) => receipts.of(seq).fate);

  it('are asked for with each connection, and go on with what is told', async () => {
    realtime.connect();
    await settle();
    expect(fates()).toEqual(['read', 'delivered', 'stored']);

    tell('ben', 2);

    expect(fates()).toEqual(['read', 'read', 'stored']);
  });

  it('are about others: neither oneself nor another room', () => {
    tell('ann', 3);
    tell('ben', 3, 'room-2');

    expect(fates()).toEqual(['stored', 'stored', 'stored']);
  });

  it('are asked for again with a head of the room, should an event be lost', async () => {
    realtime.connect();
    await settle();
    realtime.emit('room:heads', { rooms: { 'room-2': 4 }, generation: 'g' });
    realtime.emit('room:heads', { rooms: { 'room-1': 4 }, generation: 'g' });
    await settle();

    expect(asked).toBe(2);
  });

  it.each<[string, Partial<Room>, [boolean, boolean]]>([
    ['a direct chat', { kind: 'direct', memberCount: 2 }, [true, true]],
    ['a group', { kind: 'group', memberCount: 9 }, [true, true]],
    ['a channel', { kind: 'channel', memberCount: 9 }, [true, false]],
    ['a crowd', { kind: 'channel', memberCount: 101 }, [false, false]],
    ['a room with nobody else', { kind: 'channel', memberCount: 1 }, [false, false]],
  ])('of %s are kept and shown as they should', (_, wishes, expected) => {
    room.set(aRoom(wishes));

    expect([receipts.areKept(), receipts.areShown()]).toEqual(expected);
  });
});
