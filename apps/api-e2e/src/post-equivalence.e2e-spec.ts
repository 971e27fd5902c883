import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Comment, CommentChanged, CommentPage, Post, PostChanges } from '@parley/contracts';
import { PostReplica } from '@parley/replica';
import fc from 'fast-check';
import { type ClientSocket, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(120_000);

const RUNS = 12;

/** What people do to a post and its comments. */
const actions = ['comment', 'comment', 'answer', 'edit', 'delete', 'react', 'takeBack', 'update'] as const;
interface Step {
  who: number;
  action: (typeof actions)[number];
  choice: number;
}
/** What becomes of an event on its way. */
type Fate = 'lost' | 'once' | 'twice' | 'late';

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(1),
  action: fc.constantFrom(...actions),
  choice: fc.nat(20),
});
const fates = fc.array(fc.constantFrom<Fate>('lost', 'once', 'once', 'once', 'twice', 'late'), {
  minLength: 1,
  maxLength: 20,
});

describe('what people see of a post', () => {
  let api: RunningApi;
  let people: Person[];
  let reader: ClientSocket;

  beforeAll(async () => {
    api = await RunningApi.start();
    people = await Promise.all([api.person(), api.person()]);
    const third = await api.person();
    people.push(third);
    reader = await third.connect();
  });

  afterAll(() => api.stop());

  const speak = async (who: Person | undefined, path: string, wish: object, said: string[]) => {
    const answer = await who?.post<Comment>(`${path}/comments`, wish);
    if (answer?.status === 201) {
      said.push(answer.body.id);
    }
  };
  const act = async ({ action, choice, who }: Step, post: Post, said: string[]): Promise<void> => {
    const person = people[who];
    const parentId = said[choice % Math.max(said.length, 1)] ?? post.id;
    const path = `/api/posts/${post.id}`;
    const comment = `/api/comments/${parentId}`;
    const place = choice % 3 ? comment : path;
    const reaction = `${place}/reactions/${encodeURIComponent('👍')}`;
    await {
      comment: () => speak(person, path, { body: `comment ${choice}` }, said),
      answer: () => speak(person, path, { body: `answer ${choice}`, parentId }, said),
      update: () => person?.patch(path, { body: `post ${choice}`, slowModeSeconds: 0 }),
      edit: () => person?.patch(comment, { body: `edited ${choice}` }),
      delete: () => person?.delete(comment),
      react: () => person?.put(reaction),
      takeBack: () => person?.delete(reaction),
    }[action]();
  };

  it('is what a fresh fetch says, whatever becomes of the events', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), fates, async (steps, ways) => {
        const third = people[2];
        const wish = { body: 'post', visibility: 'public' };
        const post = (await people[0]?.post<Post>('/api/posts', wish))?.body;
        if (!third || !post) {
          throw new Error('There are three people');
        }
        await reader.emitWithAck('post:watch', { postId: post.id });
        const path = `/api/posts/${post.id}`;
        const replica = new PostReplica((await third.get<Post>(path)).body);
        const late: (() => void)[] = [];
        let number = 0;
        const deliver = (take: () => void): void => {
          const fate = ways[number++ % ways.length];
          if (fate === 'late') {
            late.push(take);
          } else if (fate !== 'lost') {
            take();
          }
          if (fate === 'twice') {
            take();
          }
        };
        const onPost = (event: { post: Post }) => deliver(() => replica.takePost(event.post));
        const onComment = (event: CommentChanged) => deliver(() => replica.takeComment(event));
        reader.on('post:changed', onPost).on('comment:changed', onComment);

        const said: string[] = [];
        for (const one of steps) {
          await act(one, post, said);
        }
        const { data } = (await reader.emitWithAck('post:watch', { postId: post.id })) as {
          data: { change: number };
        };
        late.forEach((take) => take());
        reader.off('post:changed', onPost).off('comment:changed', onComment);
        if (replica.isBehind || data.change > replica.applied) {
          const changes = await third.get<PostChanges>(`${path}/changes?since=${replica.applied}&limit=100`);
          replica.catchUp(changes.body);
        }

        expect(replica.post).toEqual((await third.get<Post>(path)).body);
        expect(replica.inOrder()).toEqual((await third.get<CommentPage>(`${path}/comments`)).body.items);
        expect(replica.applied).toBe(data.change);
      }),
      { numRuns: RUNS },
    );
  });
});
