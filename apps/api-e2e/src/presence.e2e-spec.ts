import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Me, Presence, PresenceList } from '@parley/contracts';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ben watches Ann. */
describe('presence', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let annsSocket: ClientSocket;
  let bensSocket: ClientSocket;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  beforeEach(async () => {
    [ann, ben] = await Promise.all([api.person(), api.person()]);
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
    await isSeen('online');
  });

  afterAll(() => api.stop());

  const watch = async (userIds: string[], socket = bensSocket) => {
    const ack = await socket.emitWithAck('presence:watch', { userIds });
    return ack.ok ? ack.data.items : [];
  };
  /** Until somebody who begins to watch now would see Ann so. */
  const isSeen = async (status: Presence['status']) => {
    const stranger = await ben.connect();
    for (;;) {
      const [presence] = await watch([ann.id], stranger);
      if (presence?.status === status) {
        stranger.disconnect();
        return;
      }
      await watch([], stranger);
    }
  };
  const change = async () => {
    const [event] = await nextEvents(bensSocket, 'presence:changed', 1);
    return event?.items;
  };
  const set = (status: 'online' | 'away' | 'dnd' | 'invisible', socket = annsSocket) =>
    socket.emitWithAck('presence:set', { status });

  it('answers how the people are whom one watches', async () => {
    const nobody = randomUUID();

    expect(await bensSocket.emitWithAck('presence:watch', { userIds: [ann.id, nobody] })).toEqual({
      ok: true,
      data: {
        items: [
          { userId: ann.id, status: 'online', lastActiveAt: null },
          { userId: nobody, status: 'offline', lastActiveAt: null },
        ],
      } satisfies PresenceList,
    });
  });

  it.each(['away', 'dnd'] as const)('tells who watches that somebody is %s', async (status) => {
    await watch([ann.id]);
    const changed = change();
    const startedAt = performance.now();

    expect(await set(status)).toEqual({ ok: true, data: {} });

    expect(await changed).toEqual([{ userId: ann.id, status, lastActiveAt: null }]);
    expect(performance.now() - startedAt).toBeGreaterThan(900);
  });

  it('tells five seconds after the last device has gone, and since when', async () => {
    const tablet = await ann.connect();
    await watch([ann.id]);
    const changed = change();
    const startedAt = performance.now();

    annsSocket.disconnect();
    tablet.disconnect();

    const [presence] = (await changed) ?? [];
    expect(presence).toMatchObject({ userId: ann.id, status: 'offline' });
    expect(Date.now() - Date.parse(presence?.lastActiveAt ?? '')).toBeLessThan(9_000);
    expect(performance.now() - startedAt).toBeGreaterThan(4_900);
  });

  it('says nothing of who is back in time, or was away for a moment', async () => {
    await watch([ann.id]);
    const heard = listen(bensSocket);

    annsSocket.disconnect();
    annsSocket = await ann.connect();
    await set('away');
    await set('online');
    await set('dnd');
    await change();

    expect(heard).toEqual([
      { name: 'presence:changed', event: { items: [{ userId: ann.id, status: 'dnd', lastActiveAt: null }] } },
    ]);
  });

  it('takes a person for active as long as they are on one device', async () => {
    const tablet = await ann.connect();
    await set('away', tablet);
    await isSeen('online');

    annsSocket.disconnect();

    await isSeen('away');
  });

  it('shows who is invisible as offline, whatever their devices say', async () => {
    await watch([ann.id]);
    const changed = change();

    await ann.patch('/api/users/me', { presence: 'invisible' });

    expect(await changed).toMatchObject([{ userId: ann.id, status: 'offline' }]);
    await set('dnd');
    const tablet = await ann.connect();
    await set('online', tablet);
    await watch([]);
    expect(await watch([ann.id])).toMatchObject([{ status: 'offline' }]);
  });

  it('remembers what somebody has chosen, on all of their devices', async () => {
    const told = nextEvents(annsSocket, 'me:changed', 1);

    const { body } = await ann.patch<Me>('/api/users/me', { presence: 'dnd' });

    expect(body).toMatchObject({ presence: 'dnd' });
    expect(await told).toEqual([{ me: body }]);
    annsSocket.disconnect();
    await ann.connect();
    await isSeen('dnd');
  });

  it('is hidden of who does not want to show it', async () => {
    await ann.patch('/api/users/me', { showPresence: false });

    await watch([]);
    expect(await watch([ann.id])).toEqual([{ userId: ann.id, status: 'offline', lastActiveAt: null }]);
    await ann.patch('/api/users/me', { showPresence: true });
    await isSeen('online');
  });

  it('is told to nobody who does not watch any more', async () => {
    await watch([ann.id]);
    await watch([]);
    const [heard, other] = [listen(bensSocket), await ben.connect()];
    await watch([ann.id], other);
    const changed = nextEvents(other, 'presence:changed', 1);

    await set('dnd');
    await changed;
    await bensSocket.emitWithAck('sync', { rooms: {} });

    expect(heard).toEqual([]);
  });

  it('ends with the session', async () => {
    const tablet = await api.signIn(ann.username);
    annsSocket.disconnect();
    const socket = await tablet.connect();
    await isSeen('online');
    await watch([ann.id]);
    const changed = change();

    await ann.delete('/api/auth/sessions');

    expect(await changed).toMatchObject([{ userId: ann.id, status: 'offline' }]);
    expect(socket.connected).toBe(false);
  });

  it.each([
    ['presence:set', {}],
    ['presence:set', { status: 'offline' }],
    ['presence:set', { status: 'online', userId: randomUUID() }],
    ['presence:watch', {}],
    ['presence:watch', { userIds: ['ann'] }],
    ['presence:watch', { userIds: Array.from({ length: 501 }, () => randomUUID()) }],
  ] as const)('refuses %s %j', async (name, payload) => {
    const untyped = bensSocket as unknown as { emitWithAck: (...all: unknown[]) => Promise<object> };

    expect(await untyped.emitWithAck(name, payload)).toMatchObject({
      ok: false,
      problem: { code: 'request.invalid' },
    });
  });

  it('refuses a choice that there is not', async () => {
    expect(await ann.patch('/api/users/me', { presence: 'offline' })).toMatchObject({ status: 400 });
  });
});
