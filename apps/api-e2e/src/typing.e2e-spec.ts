import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post } from '@parley/contracts';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen, makeRoom } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann writes in a room with Ben in it; the stranger is not. */
describe('who is writing', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let annsSocket: ClientSocket;
  let bensSocket: ClientSocket;
  let roomId: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    ({ id: roomId } = await makeRoom(ann, { members: [ben] }));
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
  });

  afterAll(() => api.stop());

  const told = (typing: boolean) => ({ roomId, userId: ann.id, typing });
  /** Answered after everything that was sent to the socket before. */
  const settle = (socket: ClientSocket) => socket.emitWithAck('sync', { rooms: {} });

  it('is told to the others of the room, and not to the person’s own devices', async () => {
    const [annsTablet, strangers] = await Promise.all([ann.connect(), stranger.connect()]);
    const others = [annsSocket, annsTablet, strangers];
    const heard = others.map(listen);
    const changes = nextEvents(bensSocket, 'typing:changed', 2);

    expect(await annsSocket.emitWithAck('typing:start', { roomId })).toEqual({ ok: true, data: {} });
    expect(await annsSocket.emitWithAck('typing:stop', { roomId })).toEqual({ ok: true, data: {} });

    expect(await changes).toEqual([told(true), told(false)]);
    await Promise.all(others.map(settle));
    expect(heard.flat().filter(({ name }) => name === 'typing:changed')).toEqual([]);
  });

  it('ends by itself, though not before six seconds are over', async () => {
    const changes = nextEvents(bensSocket, 'typing:changed', 2);
    const startedAt = performance.now();

    await annsSocket.emitWithAck('typing:start', { roomId });

    expect(await changes).toEqual([told(true), told(false)]);
    expect(performance.now() - startedAt).toBeGreaterThan(5_500);
  });

  it('is told once, however often a client repeats it', async () => {
    const heard = listen(bensSocket);

    await Promise.all(Array.from({ length: 20 }, () => annsSocket.emitWithAck('typing:start', { roomId })));
    await annsSocket.emitWithAck('typing:stop', { roomId });
    await settle(bensSocket);

    expect(heard.map(({ event }) => event)).toEqual([told(true), told(false)]);
  });

  it('ends when the person’s connection does', async () => {
    const changes = nextEvents(bensSocket, 'typing:changed', 2);
    await annsSocket.emitWithAck('typing:start', { roomId });

    annsSocket.disconnect();

    expect(await changes).toEqual([told(true), told(false)]);
  });

  it('goes on when another device of the person leaves', async () => {
    const tablet = await ann.connect();
    const heard = listen(bensSocket);
    await annsSocket.emitWithAck('typing:start', { roomId });

    await tablet.emitWithAck('typing:stop', { roomId });
    tablet.disconnect();
    await settle(annsSocket);
    await settle(bensSocket);

    expect(heard.map(({ event }) => event)).toEqual([told(true)]);
  });

  it('is a secret of rooms that one is not in', async () => {
    const secret = await makeRoom(ben);

    const answers = await Promise.all(
      [secret.id, randomUUID()].map((id) => annsSocket.emitWithAck('typing:start', { roomId: id })),
    );

    expect(answers).toMatchObject(
      Array(2).fill({ ok: false, problem: { code: 'room.not-found' } }) as object[],
    );
  });

  it.each([[{}], [{ roomId: 'here' }], [{ roomId: null }], [{ roomId: randomUUID(), typing: true }]])(
    'is refused as %j',
    async (payload) => {
      const ack = await annsSocket.emitWithAck('typing:start', payload as { roomId: string });

      expect(ack).toMatchObject({ ok: false, problem: { code: 'request.invalid' } });
    },
  );

  it('is told to and by nobody who was removed', async () => {
    await ann.delete(`/api/chatrooms/${roomId}/members/${ben.id}`);
    const heard = listen(bensSocket);

    await annsSocket.emitWithAck('typing:start', { roomId });

    expect(await bensSocket.emitWithAck('typing:start', { roomId })).toMatchObject({
      ok: false,
      problem: { code: 'room.not-found' },
    });
    expect(heard.filter(({ name }) => name === 'typing:changed')).toEqual([]);
  });

  it('is told under a post to those who look at it, and a secret of posts that one may not read', async () => {
    const { body: post } = await ann.post<Post>('/api/posts', { body: 'hello', visibility: 'followers' });
    const strangers = await stranger.connect();
    await ben.put(`/api/users/${ann.id}/follow`);
    await bensSocket.emitWithAck('post:watch', { postId: post.id });
    const heard = listen(strangers);
    const changes = nextEvents(bensSocket, 'typing:changed', 2);

    await annsSocket.emitWithAck('typing:start', { postId: post.id });
    await annsSocket.emitWithAck('typing:stop', { postId: post.id });

    expect(await changes).toEqual(
      [true, false].map((typing) => ({ postId: post.id, userId: ann.id, typing })),
    );
    expect(await strangers.emitWithAck('typing:start', { postId: post.id })).toMatchObject({
      ok: false,
      problem: { code: 'post.not-found' },
    });
    expect(await annsSocket.emitWithAck('typing:start', { postId: post.id, roomId })).toMatchObject({
      ok: false,
      problem: { code: 'request.invalid' },
    });
    expect(heard.filter(({ name }) => name === 'typing:changed')).toEqual([]);
  });
});
