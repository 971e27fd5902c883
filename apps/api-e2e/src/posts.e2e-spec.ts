import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Post, Problem } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ben follows Ann; the stranger does not. */
describe('posts', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let bens: ClientSocket;
  let strangers: ClientSocket;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    await ben.put(`/api/users/${ann.id}/follow`);
    [bens, strangers] = await Promise.all([ben.connect(), stranger.connect()]);
  });

  afterAll(() => api.stop());

  const publish = async (visibility: Post['visibility'] = 'public'): Promise<Post> =>
    (await ann.post<Post>('/api/posts', { body: 'hello', visibility })).body;
  /** Answered after everything that was sent to the socket before. */
  const settle = (socket: ClientSocket) => socket.emitWithAck('sync', { rooms: {} });
  const watch = (socket: ClientSocket, postId: string) => socket.emitWithAck('post:watch', { postId });

  it('are written once: 201, and 200 when they are repeated', async () => {
    const wish = { id: uuidv7(), body: 'hello #tea', visibility: 'public' };

    const first = await ann.post<Post>('/api/posts', wish);
    const second = await ann.post<Post>('/api/posts', wish);
    const other = await ann.post<Problem>('/api/posts', { ...wish, body: 'other' });

    expect([first.status, second.status, other.status]).toEqual([201, 200, 409]);
    expect(second.body).toEqual(first.body);
    expect(other.body.code).toBe('request.idempotency-mismatch');
  });

  it.each([
    [{}],
    [{ body: 'hello' }],
    [{ body: ' ', visibility: 'public' }],
    [{ body: 'x'.repeat(5_001), visibility: 'public' }],
    [{ body: 'hello', visibility: 'private' }],
    [{ body: 'hello', visibility: 'public', id: '00000000-0000-4000-8000-000000000000' }],
    [{ body: '', visibility: 'public', fileIds: [] }],
    [{ body: 'hello', visibility: 'public', fileIds: ['mine'] }],
    [{ body: 'hello', visibility: 'public', contentWarning: ' ' }],
    [{ body: 'hello', visibility: 'public', pictures: [] }],
    [{ body: 'hello \ud800', visibility: 'public' }],
    [{ body: null, visibility: 'public' }],
  ])('are refused as %j', async (wish) => {
    expect(await ann.post('/api/posts', wish)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it.each(['%23', '1%20', 'a'.repeat(51), '%00'])('have no hashtag %j', async (tag) => {
    expect(await ann.get(`/api/tags/${tag}/posts`)).toMatchObject({ status: 400 });
  });

  it.each(['👍👍', 'x', '%00'])('get no reaction %j', async (emoji) => {
    const { id } = await publish();

    expect(await ann.put(`/api/posts/${id}/reactions/${encodeURIComponent(emoji)}`)).toMatchObject({
      status: 400,
    });
  });

  it('are found by hashtag in any script and any case', async () => {
    const { body } = await ann.post<Post>('/api/posts', { body: 'über #Straßenfest', visibility: 'public' });

    const { body: page } = await ben.get<{ items: Post[] }>(
      `/api/tags/${encodeURIComponent('STRAßENFEST')}/posts`,
    );

    expect(page.items).toEqual([body]);
  });

  it('change before the eyes of those who look at them, and of those who look at their feed', async () => {
    const { id } = await publish();
    expect(await watch(bens, id)).toEqual({ ok: true, data: { viewers: 1, change: 1 } });
    await strangers.emitWithAck('feed:watch', { feed: 'latest' });
    const both = [bens, strangers];
    const changes = both.map((socket) => nextEvents(socket, 'post:changed', 2));
    const ends = both.map((socket) => nextEvents(socket, 'post:deleted', 1));

    await ann.patch(`/api/posts/${id}`, { body: 'other' });
    await stranger.put(`/api/posts/${id}/reactions/${encodeURIComponent('🎉')}`);
    const { body: post } = await ann.get<Post>(`/api/posts/${id}`);
    await ann.delete(`/api/posts/${id}`);

    for (const heard of await Promise.all(changes)) {
      expect(heard).toMatchObject([
        { post: { id, change: 2, body: 'other' } },
        { post: { change: 3, reactions: [{ emoji: '🎉', count: 1 }] } },
      ]);
      expect(heard[1]?.post).toEqual(post);
    }
    expect(await Promise.all(ends)).toEqual([[{ postId: id }], [{ postId: id }]]);
  });

  it('are told as new to who looks at a feed they are in', async () => {
    const annsOwn = await ann.connect();
    await Promise.all([
      bens.emitWithAck('feed:watch', { feed: 'following' }),
      strangers.emitWithAck('feed:watch', { feed: 'latest' }),
      annsOwn.emitWithAck('feed:watch', { feed: 'latest' }),
    ]);
    const heard = [bens, strangers, annsOwn].map(listen);
    const news = () =>
      heard.map((events) =>
        events
          .filter(({ name }) => name === 'feed:new')
          .map(({ event }) => (event as { postId: string }).postId),
      );

    const open = await publish();
    const secret = await publish('followers');
    await Promise.all([bens, strangers, annsOwn].map(settle));

    expect(news()).toEqual([[open.id, secret.id], [open.id], [open.id, secret.id]]);
    await bens.emitWithAck('feed:unwatch', { feed: 'following' });
    await publish();
    await settle(bens);
    expect(news()[0]).toEqual([open.id, secret.id]);
  });

  it('for followers are heard of by nobody who follows no longer', async () => {
    const { id } = await publish('followers');
    expect(await watch(strangers, id)).toMatchObject({ ok: false, problem: { code: 'post.not-found' } });
    await watch(bens, id);
    await bens.emitWithAck('feed:watch', { feed: 'following' });
    const heard = [bens, strangers].map(listen);

    await ben.delete(`/api/users/${ann.id}/follow`);
    await ann.patch(`/api/posts/${id}`, { body: 'not for them' });
    await publish('followers');
    await Promise.all([bens, strangers].map(settle));

    const about = heard.flat().filter(({ name }) => /^(post:changed|post:deleted|feed:new)$/.test(name));
    expect(about).toEqual([]);
    expect(await watch(bens, id)).toMatchObject({ ok: false, problem: { code: 'post.not-found' } });
  });

  it('tell how many people look at them, not how many devices', async () => {
    const { id } = await publish();
    const bensTablet = await ben.connect();
    await watch(bens, id);
    await watch(bensTablet, id);
    const counts = nextEvents(bens, 'post:viewers', 1);

    expect(await watch(strangers, id)).toMatchObject({ ok: true, data: { viewers: 2 } });
    expect(await counts).toEqual([{ postId: id, viewers: 2 }]);
    const fewer = nextEvents(bens, 'post:viewers', 1);
    strangers.disconnect();
    expect(await fewer).toEqual([{ postId: id, viewers: 1 }]);
    expect(await bensTablet.emitWithAck('post:unwatch', { postId: id })).toEqual({
      ok: true,
      data: { viewers: 1 },
    });
  });

  it('lead from a person to those they share rooms with', async () => {
    const dora = await api.person();
    const rooms = { visibility: 'private', memberIds: [stranger.id] };
    await dora.post('/api/chatrooms', { name: uuidv7(), ...rooms, memberIds: [stranger.id, ann.id] });
    await dora.post('/api/chatrooms', { name: uuidv7(), ...rooms });
    const suggested = async () => (await dora.get<{ items: object[] }>('/api/users/suggestions')).body.items;

    expect(await suggested()).toMatchObject([
      { user: { id: stranger.id }, sharedRooms: 2 },
      { user: { id: ann.id }, sharedRooms: 1 },
    ]);
    await dora.put(`/api/users/${stranger.id}/follow`);
    expect(await suggested()).toMatchObject([{ user: { id: ann.id } }]);
  });
});
