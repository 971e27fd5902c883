import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  Authenticated,
  Invite,
  InviteList,
  InvitePreview,
  MessageWindow,
  Room,
} from '@parley/contracts';
import { nextEvents, PASSWORD, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns a private room, Ben is a member, the guest has a link. */
describe('invites by link', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let guest: Person;
  let room: Room;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  beforeEach(async () => {
    guest = await api.person();
    room = await makeRoom(ann, { members: [ben] });
  });

  afterAll(() => api.stop());

  const invite = async (wish: object = {}, by = ann): Promise<Invite> => {
    const { status, body } = await by.post<Invite>(`/api/chatrooms/${room.id}/invites`, wish);
    expect(status).toBe(201);
    return body;
  };
  const accept = (who: Person, token: string) => who.post<Room>(`/api/invites/${token}/accept`);
  const listed = async () => (await ann.get<InviteList>(`/api/chatrooms/${room.id}/invites`)).body.items;
  const refused = (status: number, code: string) => ({ status, body: { code } });

  it('show people who are not signed in what they lead to, and nothing else', async () => {
    await say(ann, room.id, 'a secret');
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { token, url } = await invite({ expiresAt, maxUses: 3 });

    const { status, body } = await api.get<InvitePreview>(`/api/invites/${token}`);

    expect(url).toBe(`http://localhost:4200/invite/${token}`);
    expect(token).toMatch(/^[\w-]{24}$/);
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ roomId: room.id, kind: 'channel', name: room.name, topic: '', memberCount: 2, archived: false },
      pictureUrl: null,
      ...{ expiresAt, invitedBy: expect.objectContaining({ id: ann.id, username: ann.username }) },
    });
  });

  it('let people in, who hear what is said from then on', async () => {
    const { token } = await invite();
    const [anns, own] = await Promise.all([ann.connect(), guest.connect()]);
    const heard = new Promise<string[]>((resolve) => {
      const bodies: string[] = [];
      own.on('message:changed', ({ messages }) => {
        bodies.push(...messages.map(({ body }) => body));
        if (bodies.includes('welcome')) {
          resolve(bodies);
        }
      });
    });
    const [change, joined] = [nextEvents(anns, 'member:changed', 1), nextEvents(own, 'room:joined', 1)];

    const { status, body } = await accept(guest, token);
    await say(ann, room.id, 'welcome');

    expect(status).toBe(200);
    expect(body).toMatchObject({ id: room.id, memberCount: 3, me: { role: 'member' } });
    expect(await change).toMatchObject([{ userId: guest.id, memberCount: 3, member: { role: 'member' } }]);
    expect(await joined).toMatchObject([{ room: { id: room.id } }]);
    expect(await heard).toContain('welcome');
    const { body: history } = await ann.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    expect(history.items[0]).toMatchObject({ authorId: guest.id, system: { kind: 'joined-by-invite' } });
  });

  it('are used once by each person, and not at all by members', async () => {
    const { token } = await invite({ maxUses: 2 });

    await accept(ben, token);
    await Promise.all(Array.from({ length: 5 }, () => accept(guest, token)));

    expect(await listed()).toMatchObject([{ token, uses: 1, maxUses: 2 }]);
  });

  it('give their last seat to one of a hundred', async () => {
    const crowd = await Promise.all(Array.from({ length: 100 }, () => api.person()));
    const { token } = await invite({ maxUses: 1 });

    const answers = await Promise.all(crowd.map((person) => accept(person, token)));

    const outcomes = Map.groupBy(answers, ({ status }) => status);
    expect(outcomes.get(200)).toHaveLength(1);
    expect(outcomes.get(410)).toHaveLength(99);
    const { body } = await ann.get<Room>(`/api/chatrooms/${room.id}`);
    expect(body.memberCount).toBe(3);
    expect(await listed()).toEqual([]);
  });

  it('end: used up, revoked, expired, with whoever made them, and with the room', async () => {
    const usedUp = await invite({ maxUses: 1 });
    await accept(guest, usedUp.token);
    const revoked = await invite();
    await ann.delete(`/api/chatrooms/invites/${revoked.token}`);
    const expired = await invite();
    await api.database.source.query(`UPDATE invites SET expires_at = now() WHERE token = $1`, [
      expired.token,
    ]);
    await ann.patch(`/api/chatrooms/${room.id}/members/${ben.id}`, { role: 'admin' });
    const bens = await invite({}, ben);
    await ann.delete(`/api/chatrooms/${room.id}/members/${ben.id}`);
    const other = await makeRoom(ann);
    const { body: gone } = await ann.post<Invite>(`/api/chatrooms/${other.id}/invites`, {});
    await ann.delete(`/api/chatrooms/${other.id}`);
    const stranger = await api.person();

    for (const token of [usedUp, revoked, expired, bens, gone].map((one) => one.token)) {
      expect(await api.get(`/api/invites/${token}`)).toMatchObject(refused(410, 'invite.gone'));
      expect(await accept(stranger, token)).toMatchObject(refused(410, 'invite.gone'));
    }
    expect(await listed()).toEqual([]);
  });

  it('are made by everybody in a group, up to its size, and by nobody for two people', async () => {
    const { body: group } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id, guest.id] });
    const { body: direct } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id] });
    await api.database.source.query(`UPDATE rooms SET member_count = 100 WHERE id = $1`, [group.id]);

    const made = await ben.post<Invite>(`/api/chatrooms/${group.id}/invites`, {});
    const newcomer = await api.person();

    expect(made.status).toBe(201);
    expect(await accept(newcomer, made.body.token)).toMatchObject(refused(409, 'room.full'));
    expect(await ann.post(`/api/chatrooms/${direct.id}/invites`, {})).toMatchObject(
      refused(403, 'room.forbidden'),
    );
  });

  it('let nobody into an archived room, and say so', async () => {
    const { token } = await invite();
    await ann.patch(`/api/chatrooms/${room.id}`, { archived: true });

    expect((await api.get<InvitePreview>(`/api/invites/${token}`)).body.archived).toBe(true);
    expect(await accept(guest, token)).toMatchObject(refused(409, 'room.archived'));
    expect(await ann.post(`/api/chatrooms/${room.id}/invites`, {})).toMatchObject(
      refused(409, 'room.archived'),
    );
  });

  it.each([
    ['expired before it was made', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['expires at no time', { expiresAt: 'tomorrow' }],
    ['for nobody', { maxUses: 0 }],
    ['for half a person', { maxUses: 1.5 }],
    ['for too many', { maxUses: 10_001 }],
    ['for null', { maxUses: null }],
    ['with more', { role: 'owner' }],
  ])('are not made %s', async (_, wish) => {
    const path = `/api/chatrooms/${room.id}/invites`;

    expect(await ann.post(path, wish)).toMatchObject(refused(400, 'request.invalid'));
  });

  it.each(['x', 'x'.repeat(25), '%00'.repeat(8), '../../users/me'])(
    'have no token like %s',
    async (token) => {
      const { status } = await api.get(`/api/invites/${encodeURIComponent(token)}`);

      expect(status).toBe(400);
    },
  );
});

describe('a server for invited people', () => {
  let api: RunningApi;
  let ann: Person;
  let room: Room;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { REGISTRATION: 'invite' } });
    ann = await api.person();
    room = await makeRoom(ann);
  });

  afterAll(() => api.stop());

  const register = (name: string, invite?: string) =>
    api.post<Authenticated>('/api/auth/register', {
      ...{ username: name, email: `${name}@example.org`, password: PASSWORD },
      ...(invite && { invite }),
    });

  it('takes who comes by a link, into its room, and nobody else', async () => {
    const { body: invite } = await ann.post<Invite>(`/api/chatrooms/${room.id}/invites`, { maxUses: 1 });

    expect(await register('without')).toMatchObject({
      status: 403,
      body: { code: 'auth.invite-required' },
    });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => register(`guest-${index}`, invite.token)),
    );

    const outcomes = Map.groupBy(answers, ({ status }) => status);
    expect([...outcomes.keys()].toSorted()).toEqual([201, 410]);
    expect(outcomes.get(201)).toHaveLength(1);
    expect((await ann.get<Room>(`/api/chatrooms/${room.id}`)).body.memberCount).toBe(2);
    const [people] = await api.database.source.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM users',
    );
    expect(people?.count).toBe(2);
    expect((await api.get('/api/instance')).body).toMatchObject({ registration: 'invite' });
  });
});
