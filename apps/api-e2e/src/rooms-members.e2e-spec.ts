import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MemberPage, Room } from '@parley/contracts';
import { nextEvents, type Person } from './support/person.js';
import { listen, makeRoom, nextText, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns the room, Ben is a member. */
describe('members of a room', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let room: Room;
  let path: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    path = `/api/chatrooms/${room.id}`;
  });

  afterAll(() => api.stop());

  const setRole = (who: Person, role: string, by = ann) => by.patch(`${path}/members/${who.id}`, { role });
  const refused = (status: number, code: string) => ({ status, body: { code } });

  it('come into a public room, and everybody hears it', async () => {
    await say(ann, room.id, 'before');
    const [bens, own] = await Promise.all([ben.connect(), stranger.connect()]);
    const change = nextEvents(bens, 'member:changed', 1);
    const joined = nextEvents(own, 'room:joined', 1);

    const { status, body } = await stranger.post<Room>(`${path}/join`);

    expect(status).toBe(200);
    expect(body).toMatchObject({ memberCount: 3, me: { role: 'member', unread: 0, lastReadSeq: 1 } });
    expect(await joined).toMatchObject([{ room: { id: room.id, me: { role: 'member' } } }]);
    expect(await change).toMatchObject([
      {
        // The line in the history that tells of it has the next number.
        ...{ roomId: room.id, userId: stranger.id, change: body.lastChange - 1, memberCount: 3 },
        member: { role: 'member', user: { id: stranger.id, username: stranger.username } },
      },
    ]);
  });

  it('hear everything from the moment they are in', async () => {
    const heard = nextText(await stranger.connect());

    await stranger.post(`${path}/join`);
    const message = await say(ann, room.id, 'welcome');

    expect(await heard).toEqual(message);
  });

  it('come in once, however often they come', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => stranger.post<Room>(`${path}/join`)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(answers.map(({ body }) => body.lastChange)).toEqual(Array(10).fill(room.lastChange + 2));
    expect(answers[0]?.body.memberCount).toBe(3);
  });

  it('do not come into a private room by themselves', async () => {
    const secret = await makeRoom(ann);

    for (const id of [secret.id, randomUUID()]) {
      expect(await stranger.post(`/api/chatrooms/${id}/join`)).toMatchObject(refused(404, 'room.not-found'));
    }
  });

  it('go, and hear nothing more', async () => {
    const own = await makeRoom(ben);
    const [anns, bens] = await Promise.all([ann.connect(), ben.connect()]);
    const change = nextEvents(anns, 'member:changed', 1);
    const left = nextEvents(bens, 'room:left', 1);

    expect((await ben.post(`${path}/leave`)).status).toBe(204);
    expect(await left).toEqual([{ roomId: room.id }]);
    expect(await change).toMatchObject([{ userId: ben.id, member: null, memberCount: 1 }]);
    const heard = listen(bens);
    const fence = nextEvents(bens, 'message:changed', 1);
    await say(ann, room.id, 'without Ben');
    await say(ben, own.id, 'alone');

    await fence;
    expect(heard).toHaveLength(1);
    for (const address of [`${path}/messages`, `${path}/changes?since=0`]) {
      expect(await ben.get(address)).toMatchObject(refused(403, 'room.not-a-member'));
    }
    expect(await ben.post(`${path}/leave`)).toMatchObject(refused(403, 'room.not-a-member'));
  });

  it('find only what is new when they come again', async () => {
    await say(ann, room.id, 'one');
    await ben.post(`${path}/leave`);
    await say(ann, room.id, 'two');

    const { body } = await ben.post<Room>(`${path}/join`);

    expect(body.me).toMatchObject({ role: 'member', unread: 0, lastReadSeq: 3 });
    expect((await ben.get(`${path}/messages`)).body).toMatchObject({
      items: [{ body: 'one' }, { system: { kind: 'left' } }, { body: 'two' }, { system: { kind: 'joined' } }],
    });
  });

  it('are never without an owner', async () => {
    expect(await ann.post(`${path}/leave`)).toMatchObject(refused(409, 'room.last-owner'));
    expect(await setRole(ann, 'admin')).toMatchObject(refused(409, 'room.last-owner'));
    await setRole(ben, 'owner');
    const races = await Promise.all([ann.post(`${path}/leave`), ben.post(`${path}/leave`)]);

    expect(races.map(({ status }) => status)).toEqual(expect.arrayContaining([204, 204]));
    expect((await ann.get<Room>(path)).body).toMatchObject({ memberCount: 0, me: null });
    expect((await stranger.post<Room>(`${path}/join`)).body.me?.role).toBe('owner');
  });

  it('are listed page by page, for everybody who may see the room', async () => {
    const { body: first } = await stranger.get<MemberPage>(`${path}/members?limit=1`);
    const { body: second } = await stranger.get<MemberPage>(
      `${path}/members?limit=1&cursor=${first.nextCursor ?? ''}`,
    );

    const members = [...first.items, ...second.items];
    expect(Object.fromEntries(members.map(({ user, role }) => [user.id, role]))).toEqual({
      [ann.id]: 'owner',
      [ben.id]: 'member',
    });
    expect(second.nextCursor).toBeNull();
    expect(JSON.stringify(members)).not.toContain('@example.org');
    const secret = await makeRoom(ann);
    expect(await stranger.get(`/api/chatrooms/${secret.id}/members`)).toMatchObject(
      refused(404, 'room.not-found'),
    );
  });

  it('are added by others, and hear of it', async () => {
    const socket = await stranger.connect();
    const joined = nextEvents(socket, 'room:joined', 1);
    const said = nextText(socket);

    const added = await ben.post(`${path}/members`, { userIds: [stranger.id, ann.id, stranger.id] });
    const message = await say(ann, room.id, 'welcome');

    expect(added.status).toBe(204);
    expect(await joined).toMatchObject([{ room: { id: room.id, memberCount: 3 } }]);
    expect(await said).toEqual(message);
  });

  it.each([
    ['people who do not exist', () => ({ userIds: [randomUUID()] }), 404, 'user.not-found'],
    ['nobody', () => ({ userIds: [] }), 400, 'request.invalid'],
    ['everything', () => ({ userIds: '*' }), 400, 'request.invalid'],
    ['101 people', () => ({ userIds: Array.from({ length: 101 }, randomUUID) }), 400, 'request.invalid'],
    ['a role', () => ({ userIds: [stranger.id], role: 'owner' }), 400, 'request.invalid'],
  ])('are not added when it is %s', async (_, body, status, code) => {
    expect(await ann.post(`${path}/members`, body())).toMatchObject(refused(status, code));
  });

  it('of a private room are added by those who look after it', async () => {
    const secret = await makeRoom(ann, { members: [ben] });
    const address = `/api/chatrooms/${secret.id}/members`;

    expect(await stranger.post(address, { userIds: [stranger.id] })).toMatchObject(
      refused(404, 'room.not-found'),
    );
    expect(await ben.post(address, { userIds: [stranger.id] })).toMatchObject(refused(403, 'room.forbidden'));
    expect((await ann.post(address, { userIds: [stranger.id] })).status).toBe(204);
  });

  it('have roles that owners give, and everybody hears it', async () => {
    const heard = nextEvents(await ben.connect(), 'member:changed', 1);

    expect((await setRole(ben, 'admin')).status).toBe(204);
    expect((await setRole(ben, 'admin')).status).toBe(204);

    expect(await heard).toMatchObject([{ userId: ben.id, member: { role: 'admin' }, memberCount: 2 }]);
    expect((await ann.get<Room>(path)).body.lastChange).toBe(room.lastChange + 2);
    expect(await setRole(ann, 'member', ben)).toMatchObject(refused(403, 'room.forbidden'));
    expect(await setRole(ann, 'member', stranger)).toMatchObject(refused(403, 'room.not-a-member'));
    expect(await setRole(stranger, 'admin')).toMatchObject(refused(404, 'user.not-found'));
    expect(await setRole(ben, 'god')).toMatchObject(refused(400, 'request.invalid'));
  });

  it('are removed by those who stand above them', async () => {
    await stranger.post(`${path}/join`);
    const remove = (who: Person, by: Person) => by.delete(`${path}/members/${who.id}`);
    const left = nextEvents(await stranger.connect(), 'room:left', 1);

    expect(await remove(ann, ben)).toMatchObject(refused(403, 'room.forbidden'));
    expect(await remove(stranger, ben)).toMatchObject(refused(403, 'room.forbidden'));
    await setRole(ben, 'admin');
    expect(await remove(ann, ben)).toMatchObject(refused(403, 'room.forbidden'));
    expect((await remove(stranger, ben)).status).toBe(204);
    expect(await left).toEqual([{ roomId: room.id }]);
    expect(await remove(stranger, ben)).toMatchObject(refused(404, 'user.not-found'));
    expect((await remove(ben, ann)).status).toBe(204);
  });

  it('choose for themselves how loud the room is', async () => {
    const mutedUntil = '2040-01-02T03:04:05.678Z';

    const { status, body } = await ben.patch<Room>(`${path}/membership`, {
      ...{ notify: 'mentions', favourite: true, mutedUntil },
    });

    expect({ status, me: body.me }).toMatchObject({
      ...{ status: 200, me: { notify: 'mentions', favourite: true, mutedUntil } },
    });
    expect(body.lastChange).toBe(room.lastChange);
    expect((await ann.get<Room>(path)).body.me).toMatchObject({ notify: 'all', favourite: false });
    const loud = await ben.patch<Room>(`${path}/membership`, { mutedUntil: null });
    expect(loud.body.me).toMatchObject({ mutedUntil: null, favourite: true });
    expect(await stranger.patch(`${path}/membership`, { notify: 'none' })).toMatchObject(
      refused(403, 'room.not-a-member'),
    );
    expect((await ben.patch(`${path}/membership`, {})).status).toBe(200);
  });

  it('hear what they have chosen on their other devices, and nobody else does', async () => {
    const [phone, anns] = await Promise.all([ben.connect(), ann.connect()]);
    const chosen = nextEvents(phone, 'room:settings', 1);
    const heard = listen(anns);

    await ben.patch<Room>(`${path}/membership`, { notify: 'none' });

    const settings = { notify: 'none', mutedUntil: null, favourite: false };
    expect(await chosen).toEqual([{ roomId: room.id, ...settings }]);
    await anns.emitWithAck('sync', { rooms: {} });
    expect(heard).toEqual([]);
  });

  it('are found by name, and who looks after the room comes first', async () => {
    const carla = await api.person(`carla-${randomUUID().slice(0, 8)}`);
    await ann.post(`${path}/members`, { userIds: [carla.id, stranger.id] });
    await setRole(carla, 'admin');
    const read = async (query: string) => (await ben.get<MemberPage>(`${path}/members?${query}`)).body;

    const first = await read('limit=3');
    const second = await read(`limit=3&cursor=${first.nextCursor ?? ''}`);

    const ids = [...first.items, ...second.items].map(({ user }) => user.id);
    expect(new Set(ids.slice(0, 2))).toEqual(new Set([ann.id, carla.id]));
    expect(ids.slice(2)).toEqual([ben.id, stranger.id].toSorted());
    expect(second.nextCursor).toBeNull();
    expect(await read(`query=${carla.username.slice(1).toUpperCase()}`)).toMatchObject({
      ...{ items: [{ user: { id: carla.id }, role: 'admin' }], nextCursor: null },
    });
    expect((await read('query=%25')).items).toEqual([]);
    expect(await ben.get(`${path}/members?limit=3&query=x&cursor=${first.nextCursor ?? ''}`)).toMatchObject(
      refused(400, 'request.invalid-cursor'),
    );
  });

  it.each([
    [{ notify: 'some' }],
    [{ favourite: 'yes' }],
    [{ favourite: null }],
    [{ mutedUntil: 'tomorrow' }],
    [{ mutedUntil: '2026-W05-3' }],
    [{ mutedUntil: '2026-123' }],
    [{ mutedUntil: '+290000-01-01T00:00:00Z' }],
    [{ mutedUntil: 1_900_000_000 }],
    [{ role: 'owner' }],
    [{ lastReadSeq: 5 }],
  ])('cannot choose %j', async (wish) => {
    expect(await ben.patch(`${path}/membership`, wish)).toMatchObject(refused(400, 'request.invalid'));
  });
});
