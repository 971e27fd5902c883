import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Presence } from '@parley/contracts';
import { FakeRealtime } from '@parley/web-testing';
import { Realtime } from '../realtime/realtime';
import { Presences } from './presences';

describe('Presences', () => {
  let realtime: FakeRealtime;
  let presences: Presences;

  beforeEach(() => {
    jest.useFakeTimers();
    realtime = new FakeRealtime();
    TestBed.configureTestingModule({ providers: [{ provide: Realtime, useValue: realtime }] });
    presences = TestBed.inject(Presences);
    realtime.connect();
    TestBed.tick();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const as = (userId: string, status: Presence['status']): Presence => ({
    userId,
    status,
    lastActiveAt: null,
  });
  const wait = () => jest.advanceTimersByTimeAsync(200);
  const told = () => realtime.commands.map(({ payload }) => (payload as { userIds: string[] }).userIds);

  it('ask once for all who come into view together', async () => {
    presences.watch('ben');
    presences.watch('ann');
    presences.watch('ben');
    await wait();

    expect(realtime.commands).toEqual([{ name: 'presence:watch', payload: { userIds: ['ann', 'ben'] } }]);
  });

  it('know what was answered, and what was heard since', async () => {
    presences.watch('ann');
    await wait();
    realtime.answer({ items: [as('ann', 'online')] });
    await wait();
    expect(presences.of('ann')?.status).toBe('online');

    realtime.emit('presence:changed', { items: [as('ann', 'dnd')] });

    expect(presences.of('ann')?.status).toBe('dnd');
  });

  it('watch somebody as long as one place shows them', async () => {
    const [first, second] = [presences.watch('ann'), presences.watch('ann')];
    await wait();
    first();
    await wait();
    second();
    await wait();

    expect(told()).toEqual([['ann'], []]);
  });

  it('are not known without a connection, and asked for with the next one', async () => {
    presences.watch('ann');
    await wait();
    realtime.answer({ items: [as('ann', 'online')] });
    await wait();

    realtime.disconnect();
    expect(presences.of('ann')).toBeUndefined();
    realtime.connect();
    TestBed.tick();
    await wait();

    expect(told()).toEqual([['ann'], ['ann']]);
    expect(presences.of('ann')).toBeUndefined();
  });
});
