import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type {
  Delivery,
  DeliveryList,
  NotificationPreferences,
  Problem,
  PushKey,
  Room,
} from '@parley/contracts';
import { eventually } from './support/data-directory.js';
import type { Person } from './support/person.js';
import { PushEndpoint } from './support/push-endpoint.js';
import { say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(60_000);

describe('Web Push', () => {
  let api: RunningApi;
  let endpoint: PushEndpoint;
  let ann: Person;
  let ben: Person;
  let room: Room;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { PUSH_ENDPOINTS: 'any' } });
  });

  beforeEach(async () => {
    endpoint = await PushEndpoint.start();
    [ann, ben] = await Promise.all([api.person(), api.person()]);
    room = (await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id] })).body;
  });

  afterEach(() => endpoint.stop());

  afterAll(() => api.stop());

  const subscribe = (who: Person, path?: string) =>
    who.post<Problem | undefined>('/api/notifications/push/subscriptions', endpoint.subscription(path));
  const deliveries = async (who: Person): Promise<Delivery[]> =>
    (await who.get<DeliveryList>('/api/notifications/deliveries')).body.items;
  const outcomes = (who: Person, ...expected: string[]): Promise<void> =>
    eventually(async () => {
      expect((await deliveries(who)).map(({ outcome }) => outcome)).toEqual(expected);
    });

  it('wakes a device with what only its browser can read', async () => {
    const { body: key } = await ben.get<PushKey>('/api/notifications/push/key');
    expect((await subscribe(ben)).status).toBe(201);

    const message = await say(ann, room.id, 'hello');
    await outcomes(ben, 'sent');

    const [pushed] = endpoint.pushed;
    expect(pushed?.payload).toEqual({
      ...{ id: expect.any(String), title: ann.me.displayName, body: 'hello', path: `/chats/${room.id}` },
      ...{ tag: room.id, roomId: room.id, seq: message.seq, unread: 1 },
      words: { reply: 'Reply', read: 'Mark as read' },
    });
    expect(pushed?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
    expect(pushed?.headers.authorization).toContain(`k=${key.publicKey}`);
  });

  it('leaves devices in peace when it was seen, is not wanted, or not now', async () => {
    await subscribe(ben);
    const preferences = await ben.get<NotificationPreferences>('/api/notifications/preferences');
    const prefer = (wish: Partial<NotificationPreferences>) =>
      ben.put('/api/notifications/preferences', { ...preferences.body, ...wish });

    await say(ann, room.id, 'one');
    await eventually(async () =>
      expect((await ben.get<DeliveryList>('/api/notifications')).body.items).toHaveLength(1),
    );
    await ben.put(`/api/chatrooms/${room.id}/read`, { seq: 1 });
    await outcomes(ben, 'seen');
    await prefer({ kinds: { ...preferences.body.kinds, message: 'inbox' } });
    await say(ann, room.id, 'two');
    await outcomes(ben, 'off', 'seen');
    await prefer({ quietHours: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '00:00', to: '00:00' })) });
    await say(ann, room.id, 'three');
    await outcomes(ben, 'quiet', 'off', 'seen');

    expect(endpoint.pushed).toEqual([]);
  });

  it('forgets a device that is gone, and tries again one that is only away', async () => {
    await subscribe(ben, '/gone');
    endpoint.answers.push(410);
    await ben.post('/api/notifications/push/test');
    await outcomes(ben, 'gone');
    await ben.post('/api/notifications/push/test');
    await outcomes(ben, 'no-device', 'gone');
    await subscribe(ben, '/away');
    endpoint.answers.push(503);

    await say(ann, room.id, 'hello');
    await outcomes(ben, 'sent', 'failed', 'no-device', 'gone');

    expect(endpoint.pushed.map(({ path }) => path)).toEqual(['/away']);
  });

  it('is silent from the moment in which the session ends, and when it is asked to', async () => {
    const elsewhere = await api.signIn(ben.username);
    await subscribe(elsewhere, '/elsewhere');
    await subscribe(ben, '/here');
    await subscribe(ben, '/there');
    await elsewhere.post('/api/auth/logout');
    const { endpoint: there } = endpoint.subscription('/there');
    expect((await ben.delete('/api/notifications/push/subscriptions', { endpoint: there })).status).toBe(204);

    expect((await ben.post('/api/notifications/push/test')).status).toBe(202);
    await eventually(async () => expect(endpoint.pushed.map(({ path }) => path)).toContain('/here'));

    expect(endpoint.pushed.map(({ path }) => path)).not.toContain('/elsewhere');
    expect(endpoint.pushed.map(({ path }) => path)).not.toContain('/there');
  });

  it.each([
    ['no address', { endpoint: 'nowhere' }, '/endpoint'],
    ['a key that is none', { keys: { p256dh: 'x', auth: 'x'.repeat(22) } }, '/keys/p256dh'],
    ['a secret that is none', { keys: { p256dh: `B${'x'.repeat(86)}`, auth: '' } }, '/keys/auth'],
  ])('takes no subscription with %s', async (_, wish, pointer) => {
    const body = { ...endpoint.subscription(), ...wish };

    const { status, body: problem } = await ben.post<Problem>('/api/notifications/push/subscriptions', body);

    expect(status).toBe(400);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

describe('Web Push of a server that is not under test', () => {
  it('sends nothing into its own network', async () => {
    const api = await RunningApi.start();
    const endpoint = await PushEndpoint.start();
    const ben = await api.person();

    const { status, body } = await ben.post<Problem>(
      '/api/notifications/push/subscriptions',
      endpoint.subscription(),
    );

    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/endpoint']);
    await endpoint.stop();
    await api.stop();
  });
});
