import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileInfo, Post, PostPage } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { DataDirectory, eventually } from './support/data-directory.js';
import { aPhotograph, uploaded } from './support/files.js';
import type { Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

/** Ben follows Ann; the stranger does not. */
describe('files of posts', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
    await ben.put(`/api/users/${ann.id}/follow`);
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const publish = (wish: object, who = ann) =>
    who.post<Post>('/api/posts', { body: 'hello', visibility: 'public', ...wish });
  const statusOf = async ({ url }: FileInfo) => (await fetch(api.url + url)).status;

  it('are shown in their order, with what is to be seen on them, also without words', async () => {
    const [first, second] = [await uploaded(ann, await aPhotograph()), await uploaded(ann, 'some words')];

    const { status, body } = await publish({
      body: '',
      fileIds: [second.id, first.id],
      fileDescriptions: ['', 'a field in the sun'],
    });
    const read = await ben.get<Post>(`/api/posts/${body.id}`);

    expect(status).toBe(201);
    expect(read.body.files).toMatchObject([
      { id: second.id },
      { id: first.id, description: 'a field in the sun' },
    ]);
    expect(read.body.files[0]).not.toHaveProperty('description');
    expect(await Promise.all(read.body.files.map(statusOf))).toEqual([200, 200]);
  });

  it('are the same however often the post is sent, and another post with others', async () => {
    const [file, other] = [await uploaded(ann, 'one'), await uploaded(ann, 'other')];
    const wish = { id: uuidv7(), fileIds: [file.id] };

    const answers = [
      await publish(wish),
      await publish(wish),
      await publish({ ...wish, fileIds: [other.id] }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 200, 409]);
  });

  it('are one’s own: those of others are not found, nor what is not there', async () => {
    const bens = await uploaded(ben, 'of Ben');

    for (const fileIds of [[bens.id], [randomUUID()]]) {
      expect(await publish({ fileIds })).toMatchObject({ status: 404, body: { code: 'file.not-found' } });
    }
  });

  it('are at most ten', async () => {
    const fileIds = Array.from({ length: 11 }, () => randomUUID());

    expect(await publish({ fileIds })).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  it('are a secret of those who follow, in feeds as well', async () => {
    const file = await uploaded(ann, 'for friends');
    const { body: post } = await publish({ visibility: 'followers', fileIds: [file.id] });

    const [feed, strangers, direct] = [
      await ben.get<PostPage>('/api/posts?feed=following'),
      await stranger.get<PostPage>(`/api/users/${ann.id}/posts`),
      await stranger.get(`/api/posts/${post.id}`),
    ];

    expect(feed.body.items.find(({ id }) => id === post.id)?.files).toHaveLength(1);
    expect(strangers.body.items.map(({ id }) => id)).not.toContain(post.id);
    expect(direct.status).toBe(404);
  });

  it('go with the post', async () => {
    const file = await uploaded(ann, 'short of life');
    const { body: post } = await publish({ fileIds: [file.id] });
    const [shown] = post.files;

    await ann.delete(`/api/posts/${post.id}`);

    await eventually(async () => expect(shown && (await statusOf(shown))).toBe(404));
  });

  it('may have a warning before them, which can be changed and taken away', async () => {
    const { body: post } = await publish({ contentWarning: 'spiders' });

    const changed = await ann.patch<Post>(`/api/posts/${post.id}`, { contentWarning: 'spiders, close' });
    const without = await ann.patch<Post>(`/api/posts/${post.id}`, { contentWarning: '' });
    const too = await ann.patch(`/api/posts/${post.id}`, { contentWarning: 'x'.repeat(101) });

    expect([post, changed.body, without.body].map(({ contentWarning }) => contentWarning)).toEqual([
      'spiders',
      'spiders, close',
      null,
    ]);
    expect(too.status).toBe(400);
  });
});
