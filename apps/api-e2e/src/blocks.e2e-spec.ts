import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CommentPage,
  HitPage,
  Message,
  Post,
  PostPage,
  Profile,
  Room,
  UserPage,
} from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen, makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

const REFUSED = { status: 403, body: { code: 'user.blocked' } };

/** Ann blocks Ben; Carl has nothing to do with it. */
describe('blocks', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let carl: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  beforeEach(async () => {
    [ann, ben, carl] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  afterAll(() => api.stop());

  const block = (who: Person, whom: Person) => who.put(`/api/users/${whom.id}/block`);
  const direct = (who: Person, whom: Person) =>
    who.put<Room>('/api/chatrooms/direct', { userIds: [whom.id] });
  const publish = async (who: Person, body = 'hello') =>
    (await who.post<Post>('/api/posts', { id: uuidv7(), body, visibility: 'public' })).body;
  const send = (who: Person, roomId: string, body = 'hello') =>
    who.post<Message>(`/api/chatrooms/${roomId}/messages`, { id: uuidv7(), body });
  /** Answered after everything that was sent to the socket before. */
  const settle = (socket: ClientSocket) => socket.emitWithAck('sync', { rooms: {} });

  it('end what is written in a direct chat, for both, until they are taken back', async () => {
    const { body: room } = await direct(ann, ben);
    const before = await say(ben, room.id, 'before');
    const socket = await ben.connect();

    expect(await block(ann, ben)).toMatchObject({ status: 204 });

    expect(await send(ann, room.id)).toMatchObject(REFUSED);
    expect(await send(ben, room.id)).toMatchObject(REFUSED);
    const command = { id: uuidv7(), roomId: room.id, body: 'hello' };
    expect(await socket.emitWithAck('message:send', command)).toMatchObject({
      ...{ ok: false, problem: { code: 'user.blocked' } },
    });
    expect(await ben.patch(`/api/messages/${before.id}`, { body: 'other' })).toMatchObject(REFUSED);
    expect(await ann.put(`/api/messages/${before.id}/reactions/%F0%9F%91%8D`)).toMatchObject(REFUSED);
    // One's own words one may always take back, and what was said stays to be read.
    expect((await ben.delete(`/api/messages/${before.id}`)).status).toBe(204);
    expect((await direct(ben, ann)).body.id).toBe(room.id);
    expect(await ann.delete(`/api/users/${ben.id}/block`)).toMatchObject({ status: 204 });
    expect((await send(ben, room.id)).status).toBe(201);
  });

  it('let nobody open a chat, or bring the other one into a room', async () => {
    const room = await makeRoom(ben);
    await block(ann, ben);

    expect(await direct(ben, ann)).toMatchObject(REFUSED);
    expect(await direct(ann, ben)).toMatchObject(REFUSED);
    expect(await ben.put('/api/chatrooms/direct', { userIds: [ann.id, carl.id] })).toMatchObject(REFUSED);
    expect(await ben.post(`/api/chatrooms/${room.id}/members`, { userIds: [ann.id] })).toMatchObject(REFUSED);
    const wish = { name: randomUUID(), visibility: 'private', memberIds: [ann.id] };
    expect(await ben.post('/api/chatrooms', wish)).toMatchObject(REFUSED);
    expect((await direct(carl, ann)).status).toBe(200);
  });

  it('leave rooms as they are, though nobody calls the other one there', async () => {
    const room = await makeRoom(carl, { members: [ann, ben] });
    await block(ann, ben);

    const { body } = await send(ben, room.id, `@${ann.username} @${carl.username}`);

    expect(body.mentions).toEqual([carl.id]);
    expect((await send(ann, room.id, `@${ben.username}`)).body.mentions).toEqual([]);
    const { body: edited } = await ann.patch<Message>(`/api/messages/${(await say(ann, room.id, 'x')).id}`, {
      body: `@${ben.username} @${carl.username}`,
    });
    expect(edited.mentions).toEqual([carl.id]);
  });

  it('hide posts and comments of each from the other, also while they look', async () => {
    const [annsPost, bensPost, carlsPost] = [
      await publish(ann, '#tea'),
      await publish(ben, '#tea'),
      await publish(carl, `@${ann.username}`),
    ];
    const bensSocket = await ben.connect();
    await bensSocket.emitWithAck('feed:watch', { feed: 'latest' });
    await bensSocket.emitWithAck('post:watch', { postId: carlsPost.id });
    const heard = listen(bensSocket);

    await block(ann, ben);

    const comment = await ann.post(`/api/posts/${carlsPost.id}/comments`, { id: uuidv7(), body: 'hello' });
    const late = await publish(ann, `@${ben.username}`);
    await settle(bensSocket);
    expect(comment.status).toBe(201);
    expect(late.mentions).toEqual([]);
    expect(JSON.stringify(heard.filter(({ name }) => name !== 'post:changed'))).not.toContain(ann.id);
    expect(await ben.get(`/api/posts/${annsPost.id}`)).toMatchObject({ status: 404 });
    expect(await ann.get(`/api/posts/${bensPost.id}`)).toMatchObject({ status: 404 });
    const { body: comments } = await ben.get<CommentPage>(`/api/posts/${carlsPost.id}/comments`);
    expect(comments.items).toEqual([]);
    for (const path of ['/api/posts?feed=latest', '/api/tags/tea/posts', `/api/users/${ann.id}/posts`]) {
      const { body } = await ben.get<PostPage>(path);
      expect(body.items.filter(({ author }) => author.id === ann.id)).toEqual([]);
    }
  });

  it('end that either follows the other, and let neither begin again', async () => {
    await ann.put(`/api/users/${ben.id}/follow`);
    await ben.put(`/api/users/${ann.id}/follow`);

    await block(ann, ben);

    expect(await ben.put(`/api/users/${ann.id}/follow`)).toMatchObject(REFUSED);
    expect(await ann.put(`/api/users/${ben.id}/follow`)).toMatchObject(REFUSED);
    expect((await ann.get<Profile>(`/api/users/${ben.id}`)).body).toMatchObject({
      ...{ blockedByMe: true, followedByMe: false, followsMe: false, followerCount: 0 },
    });
    expect((await ben.get<Profile>(`/api/users/${ann.id}`)).body).toMatchObject({ blockedByMe: false });
  });

  it('take who blocks out of the directory and the search of who is blocked', async () => {
    await block(ann, ben);

    const listed = async (who: Person, whom: Person) => {
      const { body: directory } = await who.get<UserPage>(`/api/users?query=${whom.username}`);
      const { body: found } = await who.get<HitPage>(`/api/search?in=people&q=${whom.username}`);
      return [directory.items.length, found.items.filter(({ user }) => user?.id === whom.id).length];
    };
    expect(await listed(ben, ann)).toEqual([0, 0]);
    expect(await listed(ann, ben)).toEqual([1, 1]);
    expect(await listed(carl, ann)).toEqual([1, 1]);
  });

  it('end what each sees of the other’s presence and writing', async () => {
    const room = await makeRoom(carl, { members: [ann, ben] });
    const [annsSocket, bensSocket, carlsSocket] = await Promise.all(
      [ann, ben, carl].map((who) => who.connect()),
    );
    if (!annsSocket || !bensSocket || !carlsSocket) {
      throw new Error('Three sockets');
    }
    await bensSocket.emitWithAck('presence:watch', { userIds: [ann.id] });
    const gone = nextEvents(bensSocket, 'presence:changed', 1);
    const typing = nextEvents(carlsSocket, 'typing:changed', 1);

    await block(ann, ben);

    const offline = { userId: ann.id, status: 'offline', lastActiveAt: null };
    expect(await gone).toEqual([{ items: [offline] }]);
    const again = await bensSocket.emitWithAck('presence:watch', { userIds: [ann.id, carl.id] });
    expect(again).toMatchObject({ ok: true, data: { items: expect.arrayContaining([offline]) } });
    const heard = listen(bensSocket);
    await annsSocket.emitWithAck('typing:start', { roomId: room.id });
    await typing;
    await settle(bensSocket);
    expect(heard.filter(({ name }) => name === 'typing:changed')).toEqual([]);
  });

  it('are listed for who made them, the last one first, and nobody else is told', async () => {
    const socket = await ben.connect();
    const heard = listen(socket);
    await block(ann, carl);
    await block(ann, ben);
    await block(ann, ben);

    const { body } = await ann.get<UserPage>('/api/users/me/blocks?limit=1');
    const { body: rest } = await ann.get<UserPage>(`/api/users/me/blocks?limit=1&cursor=${body.nextCursor}`);

    await settle(socket);
    expect([...body.items, ...rest.items].map(({ id }) => id)).toEqual([ben.id, carl.id]);
    expect(rest.nextCursor).toBeNull();
    expect((await ben.get<UserPage>('/api/users/me/blocks')).body.items).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('are of somebody else who is there', async () => {
    expect(await block(ann, ann)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    const nobody = await ann.put(`/api/users/${randomUUID()}/block`);
    expect(nobody).toMatchObject({ status: 404, body: { code: 'user.not-found' } });
    expect((await ann.delete(`/api/users/${ben.id}/block`)).status).toBe(204);
    expect((await ann.put('/api/users/ben/block')).status).toBe(400);
  });
});
