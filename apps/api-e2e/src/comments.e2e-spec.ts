import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Comment, CommentPage, Post, PostChanges, Problem } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann has written a post, which Ben looks at. */
describe('comments', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let bens: ClientSocket;
  let post: Post;
  let path: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
    bens = await ben.connect();
  });

  beforeEach(async () => {
    const { body } = await ann.post<Post>('/api/posts', { body: 'hello', visibility: 'public' });
    post = body;
    path = `/api/posts/${post.id}/comments`;
    await bens.emitWithAck('post:watch', { postId: post.id });
  });

  afterAll(() => api.stop());

  const say = async (who: Person, body: string, parentId?: string): Promise<Comment> =>
    (await who.post<Comment>(path, { body, ...(parentId && { parentId }) })).body;
  const read = async (): Promise<Comment[]> => (await ben.get<CommentPage>(path)).body.items;
  const count = async (): Promise<number> => (await ben.get<Post>(`/api/posts/${post.id}`)).body.commentCount;

  it('arrive at who looks at the post, in every version, once each', async () => {
    const heard = nextEvents(bens, 'comment:changed', 4);

    const { id } = await say(ann, `for @${ben.username}`);
    await ann.patch(`/api/comments/${id}`, { body: 'other' });
    await stranger.put(`/api/comments/${id}/reactions/${encodeURIComponent('🎉')}`);
    await ann.delete(`/api/comments/${id}`);

    const events = await heard;
    expect(events).toMatchObject([
      { commentCount: 1, comment: { change: 2, seq: 2, mentions: [ben.id], mentionedNames: [ben.username] } },
      { commentCount: 1, comment: { change: 3, seq: 2, body: 'other', mentions: [] } },
      { commentCount: 1, comment: { change: 4, reactions: [{ emoji: '🎉', userIds: [stranger.id] }] } },
      { commentCount: 0, comment: { change: 5, body: '', reactions: [], deletedAt: expect.any(String) } },
    ]);
    expect(await read()).toEqual([events[3]?.comment]);
    expect(await count()).toBe(0);
  });

  it('change the number in the feeds, without a message for each', async () => {
    const strangers = await stranger.connect();
    await strangers.emitWithAck('feed:watch', { feed: 'latest' });
    const heard = listen(strangers);
    const whole = new Promise<void>((resolve) =>
      strangers.on('post:changed', (event) => event.post.commentCount === 20 && resolve()),
    );

    await Promise.all(Array.from({ length: 20 }, (_, number) => say(ann, `comment ${number}`)));
    await whole;

    expect(heard.filter(({ name }) => name === 'post:changed').length).toBeLessThan(6);
    expect(heard.filter(({ name }) => name === 'comment:changed')).toEqual([]);
  });

  it('are written once: 201, and 200 when they are repeated', async () => {
    const wish = { id: uuidv7(), body: 'hello' };

    const both = await Promise.all([1, 2].map(() => ann.post<Comment>(path, wish)));
    const other = await ann.post<Problem>(path, { ...wish, body: 'other' });

    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 201]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(other).toMatchObject({ status: 409, body: { code: 'request.idempotency-mismatch' } });
    expect(await count()).toBe(1);
  });

  it('are in threads of one level', async () => {
    const first = await say(ann, 'a question');
    const answer = await say(ben, 'an answer', first.id);
    const next = await say(ann, 'thanks', answer.id);

    expect([answer.parentId, next.parentId]).toEqual([first.id, first.id]);
    const elsewhere = await ann.post<Post>('/api/posts', { body: 'other', visibility: 'public' });
    for (const parentId of [uuidv7(), first.id]) {
      const place = parentId === first.id ? `/api/posts/${elsewhere.body.id}/comments` : path;
      expect(await ben.post(place, { body: 'hello', parentId })).toMatchObject({
        ...{ status: 404, body: { code: 'comment.not-found' } },
      });
    }
  });

  it('come in pages, the oldest first', async () => {
    const all = [];
    for (let number = 0; number < 5; number += 1) {
      all.push(await say(ann, `comment ${number}`));
    }

    const first = await ben.get<CommentPage>(`${path}?limit=3`);
    const rest = await ben.get<CommentPage>(`${path}?limit=3&cursor=${first.body.nextCursor ?? ''}`);

    expect([...first.body.items, ...rest.body.items]).toEqual(all);
    expect(rest.body.nextCursor).toBeNull();
  });

  it('are told again to who missed some', async () => {
    const old = await say(ann, 'old');
    const kept = await say(ann, 'kept');
    await ann.patch(`/api/comments/${old.id}`, { body: 'new' });

    const all = await ben.get<PostChanges>(`/api/posts/${post.id}/changes?since=1&limit=1`);
    const rest = await ben.get<PostChanges>(`/api/posts/${post.id}/changes?since=${all.body.upTo}`);

    expect(all.body).toMatchObject({ upTo: 3, more: true, comments: [kept] });
    expect(rest.body).toMatchObject({ upTo: 4, more: false, comments: [{ id: old.id, body: 'new' }] });
    expect(rest.body.post).toMatchObject({ change: 4, commentCount: 2 });
  });

  it('wait in slow mode, and end when the author closes them; the author need not', async () => {
    await ann.patch(`/api/posts/${post.id}`, { slowModeSeconds: 60 });
    await say(ben, 'first');

    const soon = await ben.post<Problem & { retryAfterMs: number }>(path, { body: 'second' });

    expect(soon).toMatchObject({ status: 429, body: { code: 'comment.too-soon' } });
    expect(Number(soon.headers.get('retry-after'))).toBeGreaterThan(50);
    await Promise.all([say(ann, 'one'), say(ann, 'two')]);
    await ann.patch(`/api/posts/${post.id}`, { commentsClosed: true });
    expect(await stranger.post(path, { body: 'late' })).toMatchObject({
      ...{ status: 409, body: { code: 'post.comments-closed' } },
    });
    await say(ann, 'three');
    expect(await count()).toBe(4);
  });

  it('are taken away by who wrote them, and by whose post it is', async () => {
    const bensComment = await say(ben, 'rude');

    expect(await stranger.delete(`/api/comments/${bensComment.id}`)).toMatchObject({ status: 403 });
    expect(await ann.patch(`/api/comments/${bensComment.id}`, { body: 'mine' })).toMatchObject({
      status: 403,
    });
    expect(await ann.delete(`/api/comments/${bensComment.id}`)).toMatchObject({ status: 204 });
    expect(await ann.delete(`/api/comments/${bensComment.id}`)).toMatchObject({ status: 204 });
    expect(await ben.patch(`/api/comments/${bensComment.id}`, { body: 'again' })).toMatchObject({
      ...{ status: 404, body: { code: 'comment.not-found' } },
    });
    expect(await count()).toBe(0);
  });

  it('are gone with the post', async () => {
    const { id } = await say(ben, 'hello');
    const gone = nextEvents(bens, 'post:deleted', 1);

    await ann.delete(`/api/posts/${post.id}`);

    expect(await gone).toEqual([{ postId: post.id }]);
    expect(await ben.patch(`/api/comments/${id}`, { body: 'x' })).toMatchObject({ status: 404 });
    expect(await ben.get(path)).toMatchObject({ status: 404, body: { code: 'post.not-found' } });
  });

  it.each([
    [{}],
    [{ body: '' }],
    [{ body: 'x'.repeat(2_001) }],
    [{ body: 'x', parentId: null }],
    [{ body: 'x', fileIds: [] }],
  ])('are refused as %j', async (wish) => {
    expect(await ben.post(path, wish)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});
