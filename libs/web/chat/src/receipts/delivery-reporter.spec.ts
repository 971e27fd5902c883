import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Realtime, Session } from '@parley/web-core';
import { aMe, aMembership, aMessage, aRoom, FakeRealtime } from '@parley/web-testing';
import { RoomsStore } from '../rooms/rooms-store';
import { DeliveryReporter } from './delivery-reporter';

describe('DeliveryReporter', () => {
  const synced = signal(0);
  let realtime: FakeRealtime;
  const rooms = ['tea', 'cake'].map((id) =>
    aRoom({ id, lastSeq: 3, me: aMembership({ lastReadSeq: 1, lastDeliveredSeq: 2 }) }),
  );
  const crowd = aRoom({ id: 'crowd', memberCount: 101, lastSeq: 9 });

  beforeEach(() => {
    jest.useFakeTimers();
    synced.set(0);
    realtime = new FakeRealtime();
    const all = [...rooms, crowd];
    TestBed.configureTestingModule({
      providers: [
        { provide: Realtime, useValue: realtime },
        { provide: Session, useValue: { me: () => aMe({ username: 'me' }) } },
        {
          provide: RoomsStore,
          useValue: { synced, rooms: () => all, get: (id: string) => all.find((room) => room.id === id) },
        },
      ],
    });
    TestBed.inject(DeliveryReporter);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const hear = (roomId: string, seq: number, authorId = 'ann') =>
    realtime.emit('message:changed', { roomId, messages: [aMessage({ roomId, seq, authorId })] });
  const told = () => realtime.commands.map(({ payload }) => payload);

  it('tells the newest message of each room once a second', () => {
    hear('tea', 3);
    hear('tea', 4);
    hear('cake', 7);

    expect(told()).toEqual([]);
    jest.advanceTimersByTime(1_000);
    expect(told()).toEqual([
      { roomId: 'tea', seq: 4 },
      { roomId: 'cake', seq: 7 },
    ]);
  });

  it('says nothing of own messages, of what the server knows, and of crowds', () => {
    hear('tea', 4, 'me');
    hear('tea', 2);
    hear('crowd', 10);
    jest.advanceTimersByTime(2_000);

    expect(told()).toEqual([]);
  });

  it('tells what has come while it was away', () => {
    synced.set(1);
    TestBed.tick();
    jest.advanceTimersByTime(1_000);

    expect(told()).toEqual([
      { roomId: 'tea', seq: 3 },
      { roomId: 'cake', seq: 3 },
    ]);
  });
});
