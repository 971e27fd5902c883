import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, Room, RoomList, RoomPage } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { nextEvents, type Person } from './support/person.js';
import { listen, makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

describe('rooms', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  afterAll(() => api.stop());

  /** All pages of the directory, as a stranger sees it. */
  const pagesOf = async (query: string, cursor?: string): Promise<Room[]> => {
    const search = new URLSearchParams({ query, limit: '3', ...(cursor && { cursor }) });
    const { body } = await stranger.get<RoomPage>(`/api/chatrooms?${search.toString()}`);
    return [...body.items, ...(body.nextCursor ? await pagesOf(query, body.nextCursor) : [])];
  };
  const post = <Body = Room>(wish: object, who = ann) => who.post<Body>('/api/chatrooms', wish);

  describe('are made', () => {
    it('with their maker as the owner, and everybody who is in them hears it', async () => {
      const sockets = await Promise.all([ann.connect(), ben.connect()]);
      const heard = Promise.all(sockets.map((socket) => nextEvents(socket, 'room:joined', 1)));
      const wish = { id: uuidv7(), name: 'Tea 🫖', topic: 'Leaves', visibility: 'private' };

      const { status, body } = await post({ ...wish, memberIds: [ben.id] });

      expect(status).toBe(201);
      expect(body).toMatchObject({ ...wish, kind: 'channel', memberCount: 2, lastSeq: 0, lastMessage: null });
      expect(body.me).toMatchObject({ role: 'owner', unread: 0, mentions: 0, notify: 'all' });
      expect(await heard).toMatchObject([
        [{ room: { id: wish.id, me: { role: 'owner' } } }],
        [{ room: { id: wish.id, me: { role: 'member' } } }],
      ]);
    });

    it('once, however often the same is sent at the same time, and nothing else with that id', async () => {
      const wish = { id: uuidv7(), name: `once ${randomUUID()}`, visibility: 'public' };

      const answers = await Promise.all(Array.from({ length: 10 }, () => post(wish)));
      const other = await post<Problem>({ ...wish, topic: 'other' });
      const others = await post<Problem>(wish, ben);

      expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array<number>(9).fill(200), 201]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      for (const answer of [other, others]) {
        expect(answer).toMatchObject({ status: 409, body: { code: 'request.idempotency-mismatch' } });
      }
    });

    it('are not shown again to a maker who was removed', async () => {
      const wish = { id: uuidv7(), name: 'mine', visibility: 'private', memberIds: [ben.id] };
      await post(wish);
      await ann.patch(`/api/chatrooms/${wish.id}/members/${ben.id}`, { role: 'owner' });
      await ann.patch(`/api/chatrooms/${wish.id}/members/${ann.id}`, { role: 'member' });
      await ben.delete(`/api/chatrooms/${wish.id}/members/${ann.id}`);

      expect(await post<Problem>(wish)).toMatchObject({ status: 404, body: { code: 'room.not-found' } });
    });

    it('with a name that no other public room has', async () => {
      const name = `Taken ${randomUUID()}`;
      await post({ name, visibility: 'public' });

      const again = await post<Problem>({ name: name.toUpperCase(), visibility: 'public' }, ben);
      const inPrivate = await post({ name, visibility: 'private' }, ben);
      const published = await ben.patch<Problem>(`/api/chatrooms/${inPrivate.body.id}`, {
        visibility: 'public',
      });

      const refusal = { status: 409, body: { code: 'room.name-taken', errors: [{ pointer: '/name' }] } };
      expect(again).toMatchObject(refusal);
      expect(inPrivate.status).toBe(201);
      expect(published).toMatchObject(refusal);
    });

    it.each([
      ['no name', { visibility: 'public' }, '/name'],
      ['an empty name', { name: '', visibility: 'public' }, '/name'],
      ['a name that nobody sees', { name: ' \u200b\u202e\u2060', visibility: 'public' }, '/name'],
      ['a name with NUL', { name: 'a\0', visibility: 'public' }, '/name'],
      ['a lone surrogate', { name: 'a\ud800', visibility: 'public' }, '/name'],
      ['81 characters', { name: '🫖'.repeat(81), visibility: 'public' }, '/name'],
      ['a list for a name', { name: ['Tea'], visibility: 'public' }, '/name'],
      ['an object for a topic', { name: 'Tea', topic: {}, visibility: 'public' }, '/topic'],
      ['null for a topic', { name: 'Tea', topic: null, visibility: 'public' }, '/topic'],
      ['another visibility', { name: 'Tea', visibility: 'secret' }, '/visibility'],
      ['another kind', { name: 'Tea', visibility: 'public', kind: 'direct' }, '/kind'],
      ['an id that is no UUIDv7', { id: randomUUID(), name: 'Tea', visibility: 'public' }, '/id'],
      ['no list of members', { name: 'Tea', visibility: 'public', memberIds: 'x' }, '/memberIds'],
      ['members that are no ids', { name: 'Tea', visibility: 'public', memberIds: ['x'] }, '/memberIds'],
    ])('but not with %s', async (_, wish, pointer) => {
      expect(await post<Problem>(wish)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', errors: [{ pointer }] },
      });
    });

    it('with names of 80 characters, however many bytes and whatever is in them', async () => {
      const name = `<b>'; DROP TABLE rooms; --*{{7*7}}`.padEnd(80, '👩');

      expect((await post({ name: '👩'.repeat(80), visibility: 'private' })).status).toBe(201);
      expect(
        (await post({ name: [...name].slice(0, 80).join(''), visibility: 'private' })).body.name,
      ).toContain('<b>');
    });

    it('not with people who do not exist', async () => {
      const wish = { id: uuidv7(), name: 'Tea', visibility: 'private' };

      expect(await post<Problem>({ ...wish, memberIds: [randomUUID()] })).toMatchObject({
        status: 404,
        body: { code: 'user.not-found' },
      });
      expect((await ann.get(`/api/chatrooms/${wish.id}`)).status).toBe(404);
    });
  });

  describe('are found', () => {
    it('page by page, by name, when they are public and in use', async () => {
      const mark = randomUUID();
      const names = ['c', 'A', 'b', 'B2', 'd'].map((letter) => `${letter} ${mark}`);
      const rooms = await Promise.all(names.map((name) => makeRoom(ann, { name, visibility: 'public' })));
      await makeRoom(ann, { name: `e ${mark}` });
      await ann.patch(`/api/chatrooms/${rooms.at(-1)?.id}`, { archived: true });
      const found = await pagesOf(mark.toUpperCase());

      expect(found.map(({ name }) => name[0])).toEqual(['A', 'b', 'B', 'c']);
      expect(found.every(({ me }) => me === null)).toBe(true);
      const { body } = await ann.get<RoomPage>(`/api/chatrooms?query=${mark}`);
      expect(body.items.map(({ me }) => me?.role)).toEqual(Array(4).fill('owner'));
    });

    it('also with characters that mean something to the database', async () => {
      const mark = randomUUID();
      await makeRoom(ann, { name: `100%_\\ ${mark}`, visibility: 'public' });
      const find = async (query: string) =>
        (await ann.get<RoomPage>(`/api/chatrooms?query=${encodeURIComponent(query)}`)).body.items.length;

      expect(await find(`100%_\\ ${mark}`)).toBe(1);
      expect(await find(`100%%% ${mark}`)).toBe(0);
      expect(await find(`'; SELECT 1; --`)).toBe(0);
    });

    it.each([
      'limit=0',
      'limit=-1',
      'limit=101',
      'limit=1e9',
      'limit=x',
      'limit=1&limit=2',
      'sort=name',
      'query=%00',
    ])('but not with %s', async (query) => {
      expect(await ann.get(`/api/chatrooms?${query}`)).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      });
    });

    it('not with a cursor of another list, or a made-up one', async () => {
      const mark = randomUUID();
      await Promise.all(['a', 'b'].map((name) => makeRoom(ann, { name: name + mark, visibility: 'public' })));
      const { body } = await ann.get<RoomPage>(`/api/chatrooms?query=${mark}&limit=1`);
      const cursor = body.nextCursor ?? '';

      for (const wrong of [
        `query=other&cursor=${cursor}`,
        `query=${mark}&cursor=${cursor}x`,
        'cursor=AAAA',
      ]) {
        expect(await ann.get(`/api/chatrooms?${wrong}`)).toMatchObject({
          status: 400,
          body: { code: 'request.invalid-cursor' },
        });
      }
    });

    it('all at once, when one is in them, with everything that a list of rooms shows', async () => {
      const [carol, dan] = await Promise.all([api.person(), api.person()]);
      const room = await makeRoom(carol, { members: [dan] });
      const { body: direct } = await dan.put<Room>('/api/chatrooms/direct', { userIds: [carol.id] });
      await say(dan, room.id, `@${carol.username} come`);
      const last = await say(dan, room.id, 'now');

      const { body } = await carol.get<RoomList>('/api/chatrooms/mine');

      const byId = new Map(body.items.map((item) => [item.id, item]));
      expect(byId.size).toBe(2);
      expect(byId.get(room.id)).toMatchObject({ lastMessage: last, me: { unread: 2, mentions: 1 } });
      expect(byId.get(direct.id)).toMatchObject({
        kind: 'direct',
        peers: [{ id: dan.id }],
        me: { unread: 0 },
      });
    });
  });

  describe('of one other person', () => {
    it('are the same from both sides, also when both ask at the same time', async () => {
      const [carol, dan] = await Promise.all([api.person(), api.person()]);

      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, i) =>
          i % 2
            ? carol.put<Room>('/api/chatrooms/direct', { userIds: [dan.id] })
            : dan.put<Room>('/api/chatrooms/direct', { userIds: [carol.id, dan.id] }),
        ),
      );

      expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(answers[1]?.body).toMatchObject({ kind: 'direct', name: '', peers: [{ id: dan.id }] });
    });

    it('stay as they are', async () => {
      const { body: room } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id] });
      const path = `/api/chatrooms/${room.id}`;
      const refusals = await Promise.all([
        ann.patch(path, { name: 'Us' }),
        ann.post(`${path}/leave`),
        ann.post(`${path}/members`, { userIds: [stranger.id] }),
        ann.delete(`${path}/members/${ben.id}`),
        ann.delete(path),
      ]);

      refusals.forEach((refusal) =>
        expect(refusal).toMatchObject({ status: 403, body: { code: 'room.forbidden' } }),
      );
      expect((await stranger.get(path)).status).toBe(404);
    });

    it.each([
      ['oneself alone', () => [ann.id], 400, 'request.invalid'],
      ['nobody', () => [], 400, 'request.invalid'],
      ['somebody who does not exist', () => [randomUUID()], 404, 'user.not-found'],
    ])('are not opened with %s', async (_, userIds, status, code) => {
      expect(await ann.put('/api/chatrooms/direct', { userIds: userIds() })).toMatchObject({
        status,
        body: { code },
      });
    });
  });

  it('of several people are the same for the same people, until somebody comes or goes', async () => {
    const [carol, dan] = await Promise.all([api.person(), api.person()]);
    const open = async (who: Person, others: Person[]) =>
      (await who.put<Room>('/api/chatrooms/direct', { userIds: others.map(({ id }) => id) })).body;
    const group = await open(ann, [carol, dan]);

    expect(group).toMatchObject({ kind: 'group', memberCount: 3 });
    expect(group.peers.map(({ id }) => id).toSorted()).toEqual([carol.id, dan.id].toSorted());
    expect((await open(dan, [ann, carol])).id).toBe(group.id);
    await carol.post(`/api/chatrooms/${group.id}/leave`);
    expect((await open(dan, [ann, carol])).id).not.toBe(group.id);
    expect((await open(dan, [ann])).id).not.toBe(group.id);
  });

  it('are shown to everybody when they are public, and to members alone when not', async () => {
    const [open, secret] = await Promise.all([makeRoom(ann, { visibility: 'public' }), makeRoom(ann)]);

    expect(await stranger.get(`/api/chatrooms/${open.id.toUpperCase()}`)).toMatchObject({
      status: 200,
      body: { id: open.id, me: null, lastMessage: null },
    });
    for (const path of [secret.id, randomUUID()]) {
      expect(await stranger.get(`/api/chatrooms/${path}`)).toMatchObject({
        status: 404,
        body: { code: 'room.not-found' },
      });
    }
    expect((await ann.get('/api/chatrooms/no-id')).status).toBe(400);
  });

  it('tell their members when they are changed', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    const heard = nextEvents(await ben.connect(), 'room:changed', 1);

    const { status, body } = await ann.patch<Room>(`/api/chatrooms/${room.id}`, { topic: 'New' });

    expect({ status, topic: body.topic, change: body.lastChange }).toEqual({
      ...{ status: 200, topic: 'New', change: room.lastChange + 2 },
    });
    const [event] = await heard;
    expect(event?.room).toMatchObject({ id: room.id, topic: 'New', lastChange: body.lastChange - 1 });
    expect(event?.room).not.toHaveProperty('me');
    for (const [who, code] of [
      [ben, 'room.forbidden'],
      [stranger, 'room.not-a-member'],
    ] as const) {
      expect(await who.patch(`/api/chatrooms/${room.id}`, { topic: 'Mine' })).toMatchObject({
        status: 403,
        body: { code },
      });
    }
  });

  it('take nothing new while they are archived', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    const message = await say(ann, room.id, 'before');
    const path = `/api/chatrooms/${room.id}`;
    const first = await ann.patch<Room>(path, { archived: true });
    const again = await ann.patch<Room>(path, { archived: true });

    const refusals = await Promise.all([
      ann.post(`${path}/messages`, { body: 'after' }),
      ann.patch(`/api/messages/${message.id}`, { body: 'other' }),
      stranger.post(`${path}/join`),
      ann.post(`${path}/members`, { userIds: [stranger.id] }),
    ]);

    refusals.forEach((refusal) =>
      expect(refusal).toMatchObject({ status: 409, body: { code: 'room.archived' } }),
    );
    expect(first.body.archivedAt).not.toBeNull();
    expect(again.body.archivedAt).toBe(first.body.archivedAt);
    expect((await ann.patch<Room>(path, { archived: false })).body.archivedAt).toBeNull();
    expect((await ann.post(`${path}/messages`, { body: 'after' })).status).toBe(201);
  });

  it('are gone for everybody when an owner deletes them', async () => {
    const room = await makeRoom(ann, { members: [ben] });
    const message = await say(ben, room.id, 'hello');
    const sockets = await Promise.all([ann.connect(), ben.connect()]);
    const heard = Promise.all(sockets.map((socket) => nextEvents(socket, 'room:left', 1)));
    const path = `/api/chatrooms/${room.id}`;

    expect(await ben.delete(path)).toMatchObject({ status: 403, body: { code: 'room.forbidden' } });
    expect(await stranger.delete(path)).toMatchObject({ status: 404, body: { code: 'room.not-found' } });
    expect((await ann.delete(path)).status).toBe(204);

    expect(await heard).toEqual([[{ roomId: room.id }], [{ roomId: room.id }]]);
    expect((await ann.get(path)).status).toBe(404);
    expect(await ben.patch(`/api/messages/${message.id}`, { body: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'message.not-found' },
    });
  });

  it('say nothing to who has not come in', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    const own = await makeRoom(stranger);
    const socket = await stranger.connect();
    const heard = listen(socket);
    const fence = nextEvents(socket, 'message:changed', 1);

    await say(ann, room.id, 'hello');
    await ann.patch(`/api/chatrooms/${room.id}`, { topic: 'New' });
    await ben.post(`/api/chatrooms/${room.id}/leave`);
    await say(stranger, own.id, 'alone');
    await fence;

    expect(heard.map(({ name }) => name)).toEqual(['message:changed']);
  });
});
