import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type Actor, AppConfig, CoreModule, DomainEvents } from '@parley/api-core';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { CreatePost, Post } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { FeedsService } from './feeds/feeds.service.js';
import { FollowsService } from './follows/follows.service.js';
import { PostPublished, PostUpdated } from './post.events.js';
import { PostComments } from './post-comments.js';
import { PostsModule } from './posts.module.js';
import { PostsService } from './posts.service.js';
import { PublishingService } from './publishing.service.js';
import { PostReactionsService } from './reactions/post-reactions.service.js';
import { PostReactionEntity } from './reactions/post-reaction.entity.js';
import { postEntities } from './testing.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('posts (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let posts: PostsService;
  let publishing: PublishingService;
  let reactions: PostReactionsService;
  let feeds: FeedsService;
  let follows: FollowsService;
  let ann: Actor;
  let ben: Actor;
  let told: object[];

  const somebody = async (): Promise<Actor> => ({
    ...{ userId: await insertUser(database.source), sessionId: uuidv7() },
  });
  const wish = (wishes: Partial<CreatePost> = {}): CreatePost & { id: string } => ({
    ...{ id: uuidv7(), body: 'hello', visibility: 'public', ...wishes },
  });
  const publish = async (wishes: Partial<CreatePost> = {}, author = ann): Promise<Post> =>
    (await publishing.publish(wish(wishes), author)).post;

  const noComments: PostComments = { deleteAll: async () => undefined };

  beforeAll(async () => {
    database = await TestDatabase.create(postEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [
        CoreModule.forRoot(config),
        fromAbove({ provide: PostComments, useValue: noComments }),
        PostsModule,
      ],
    }).compile();
    posts = app.get(PostsService);
    publishing = app.get(PublishingService);
    reactions = app.get(PostReactionsService);
    feeds = app.get(FeedsService);
    follows = app.get(FollowsService);
    const events = app.get(DomainEvents);
    events.on(PostPublished, (event) => void told.push(event));
    events.on(PostUpdated, (event) => void told.push(event));
  });

  beforeEach(async () => {
    told = [];
    [ann, ben] = [await somebody(), await somebody()];
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  describe('writing', () => {
    it('keeps the words, and what they refer to', async () => {
      const carl = await insertUser(database.source, { username: 'carl' });

      const post = await publish({ body: 'tea with @Carl and @nobody.here #Tea #tea' });

      expect(post).toMatchObject({
        ...{ change: 1, author: { id: ann.userId }, visibility: 'public', files: [], roomId: null },
        ...{ mentions: [carl], mentionedNames: ['carl'], hashtags: ['tea'], commentCount: 0 },
        ...{ reactions: [], editedAt: null, contentWarning: null, commentsClosed: false, slowModeSeconds: 0 },
      });
      expect(await posts.get(post.id, ben)).toEqual(post);
      expect(told).toEqual([new PostPublished(post)]);
    });

    it('is done once, however often and however much at the same time it is asked for', async () => {
      const same = wish();

      const answers = await Promise.all(Array.from({ length: 8 }, () => publishing.publish(same, ann)));

      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(new Set(answers.map(({ post }) => JSON.stringify(post))).size).toBe(1);
      expect(told).toHaveLength(1);
    });

    it('refuses another post under a known id, also after an edit', async () => {
      const first = wish();
      await publishing.publish(first, ann);
      await posts.update(first.id, { body: 'other' }, ann);

      expect((await publishing.publish(first, ann)).post.body).toBe('other');
      for (const [other, actor] of [
        [{ ...first, body: 'other' }, ann],
        [{ ...first, visibility: 'followers' as const }, ann],
        [first, ben],
      ] as const) {
        await expect(publishing.publish(other, actor)).rejects.toMatchObject({
          code: 'request.idempotency-mismatch',
        });
      }
    });
  });

  describe('changing', () => {
    it('keeps what was said before, and takes a number for what differs', async () => {
      const { id, createdAt } = await publish({ body: 'one #old' });

      const second = await posts.update(id, { body: 'two #new' }, ann);
      await posts.update(id, { body: 'two #new' }, ann);
      const third = await posts.update(id, { commentsClosed: true, slowModeSeconds: 30 }, ann);

      expect(second).toMatchObject({ change: 2, hashtags: ['new'], editedAt: expect.any(String) });
      expect(third).toMatchObject({ change: 3, body: 'two #new', commentsClosed: true, slowModeSeconds: 30 });
      expect((await posts.edits(id, ben)).items).toEqual([{ body: 'one #old', writtenAt: createdAt }]);
      expect(told.slice(1)).toEqual([new PostUpdated(second), new PostUpdated(third)]);
    });

    it('is for the author alone', async () => {
      const { id } = await publish();

      await expect(posts.update(id, { body: 'mine' }, ben)).rejects.toMatchObject({ code: 'post.forbidden' });
      await expect(posts.delete(id, ben)).rejects.toMatchObject({ code: 'post.forbidden' });
    });

    it('deletes a post with all that belongs to it, and its id is used up', async () => {
      const first = wish({ body: 'gone #gone' });
      await publishing.publish(first, ann);
      await posts.update(first.id, { body: 'still gone #gone' }, ann);

      await posts.delete(first.id, ann);

      for (const look of [
        () => posts.get(first.id, ann),
        () => posts.edits(first.id, ann),
        () => posts.delete(first.id, ann),
        () => publishing.publish(first, ann),
      ]) {
        await expect(look()).rejects.toMatchObject({ code: 'post.not-found' });
      }
      expect((await feeds.tagged('gone', { limit: 50 }, ann)).items).toEqual([]);
      expect((await feeds.ofPerson(ann.userId, { limit: 50 }, ann)).items).toEqual([]);
      const rows = await database.source.query<object[]>('SELECT * FROM post_edits WHERE post_id = $1', [
        first.id,
      ]);
      expect(rows).toEqual([]);
    });
  });

  describe('reactions', () => {
    it('are a new version of the post, once for each person', async () => {
      const { id } = await publish();

      await reactions.add(id, '👍', ben);
      const post = await reactions.add(id, '👍', ann);

      expect(post).toMatchObject({
        ...{ change: 3, reactions: [{ emoji: '👍', count: 2, userIds: [ben.userId, ann.userId] }] },
      });
      expect(await reactions.add(id, '👍', ann)).toEqual(post);
      expect(await reactions.remove(id, '👍', ben)).toMatchObject({
        ...{ change: 4, reactions: [{ emoji: '👍', count: 1, userIds: [ann.userId] }] },
      });
    });

    it('are all there when many come at the same moment', async () => {
      const { id } = await publish();
      const people = await Promise.all(Array.from({ length: 20 }, somebody));

      await Promise.all(people.map((person) => reactions.add(id, '👍', person)));

      expect(await posts.get(id, ann)).toMatchObject({ change: 21, reactions: [{ count: 20 }] });
    });

    it('are of at most 100 kinds; more people may join in with those', async () => {
      const { id } = await publish();
      const rows = Array.from({ length: 100 }, (_, place) => `kind ${place}`);
      await database.source
        .getRepository(PostReactionEntity)
        .insert(rows.map((emoji) => ({ postId: id, commentSeq: 0, emoji, userId: ann.userId })));

      await expect(reactions.add(id, '👍', ben)).rejects.toMatchObject({ code: 'post.too-many-reactions' });
      expect((await reactions.add(id, 'kind 7', ben)).reactions).toHaveLength(100);
    });
  });

  it('is not there for who does not follow the author, when it is for followers', async () => {
    const { id } = await publish({ visibility: 'followers', body: 'secret #secret' });
    const looks = [
      () => posts.get(id, ben),
      () => posts.edits(id, ben),
      () => posts.update(id, { body: 'x' }, ben),
      () => posts.delete(id, ben),
      () => reactions.add(id, '👍', ben),
    ];

    for (const look of looks) {
      await expect(look()).rejects.toMatchObject({ code: 'post.not-found' });
    }
    await follows.follow(ann.userId, ben);
    expect((await posts.get(id, ben)).id).toBe(id);
    await follows.unfollow(ann.userId, ben);
    await expect(posts.get(id, ben)).rejects.toMatchObject({ code: 'post.not-found' });
    expect((await posts.get(id, ann)).id).toBe(id);
  });
});
