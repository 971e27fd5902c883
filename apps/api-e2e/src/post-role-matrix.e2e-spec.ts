import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Comment, Post, Problem } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Person } from './support/person.js';
import { type PostPlace, postCommandTable, postRoutes, readers } from './support/post-role-matrix.js';
import { RunningApi } from './support/running-api.js';

/** Who may do what about posts. The table is in `support/post-role-matrix.ts`. */
describe('who may do what about posts', () => {
  let api: RunningApi;
  let author: Person;
  /** In the order of the columns. */
  let people: Person[];

  beforeAll(async () => {
    api = await RunningApi.start();
    const [stranger, follower, writer] = await Promise.all([api.person(), api.person(), api.person()]);
    author = writer;
    people = [new Person(api.url, stranger.me, '', ''), stranger, follower, author];
  });

  afterAll(() => api.stop());

  /** One after the other: who may least comes first. Every call is about a post of its own. */
  const outcomes = async (
    visibility: Post['visibility'],
    ask: (who: Person, place: PostPlace) => Promise<number | string>,
  ) => {
    const answers: Record<string, number | string> = {};
    const [, stranger, follower] = people;
    await stranger?.delete(`/api/users/${author.id}/follow`);
    await follower?.put(`/api/users/${author.id}/follow`);
    for (const [column, who] of people.entries()) {
      const { body } = await author.post<Post>('/api/posts', { body: 'hello', visibility });
      const said = await author.post<Comment>(`/api/posts/${body.id}/comments`, { body: 'hello' });
      answers[readers[column] ?? ''] = await ask(who, {
        ...{ postId: body.id, authorId: author.id, commentId: said.body.id },
      });
    }
    return answers;
  };
  const byReader = (expected: readonly (number | string)[]) =>
    Object.fromEntries(readers.map((reader, column) => [reader, expected[column]]));

  it.each(Object.entries(postRoutes))('%s', async (_, { call, open, secret }) => {
    const ask = async (who: Person, place: PostPlace) => {
      const { status, body } = await call(who, place);
      return status < 300 ? status : (body as Problem).code;
    };

    expect(await outcomes('public', ask)).toEqual(byReader(open));
    expect(await outcomes('followers', ask)).toEqual(byReader(secret));
  });

  it.each(Object.entries(postCommandTable))('%s', async (_, { call, open, secret }) => {
    const ask = async (who: Person, place: PostPlace) => {
      try {
        const socket = await who.connect();
        const ack = await call(socket, place);
        socket.disconnect();
        return ack.ok ? 'ok' : ack.problem.code;
      } catch (error) {
        return (error as { data: Problem }).data.code;
      }
    };

    expect(await outcomes('public', ask)).toEqual(byReader(open));
    expect(await outcomes('followers', ask)).toEqual(byReader(secret));
  });

  it.each(Object.entries(postRoutes).filter(([route]) => /(posts|comments)\/\{id\}/.test(route)))(
    '%s, about what does not exist',
    async (route, { call }) => {
      const code = route.includes('/comments/{id}') ? 'comment.not-found' : 'post.not-found';
      const answer = await call(author, { postId: uuidv7(), authorId: author.id, commentId: uuidv7() });

      expect(answer).toMatchObject({ status: 404, body: { code } });
    },
  );
});
