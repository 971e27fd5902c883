import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { type Actor, AppConfig, CoreModule } from '@parley/api-core';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { PageQuery, Post, PostPage } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { FollowsService } from '../follows/follows.service.js';
import { ProfilesService } from '../follows/profiles.service.js';
import { PostComments } from '../post-comments.js';
import { PostsModule } from '../posts.module.js';
import { PostsService } from '../posts.service.js';
import { PublishingService } from '../publishing.service.js';
import { postEntities } from '../testing.js';
import { FeedsService } from './feeds.service.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('feeds and follows (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let posts: PostsService;
  let publishing: PublishingService;
  let feeds: FeedsService;
  let follows: FollowsService;
  let profiles: ProfilesService;
  let ann: Actor;
  let ben: Actor;
  let eve: Actor;

  const somebody = async (): Promise<Actor> => ({
    ...{ userId: await insertUser(database.source), sessionId: uuidv7() },
  });
  const publish = async (author: Actor, body = 'hello', visibility: Post['visibility'] = 'public') =>
    (await publishing.publish({ id: uuidv7(), body, visibility }, author)).post;
  /** All pages, which are small, one after the other. */
  const all = async (read: (query: PageQuery) => Promise<PostPage>, limit = 2): Promise<string[]> => {
    const ids: string[] = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await read({ limit, ...(cursor && { cursor }) });
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return ids;
  };
  const feed = (name: 'latest' | 'following', actor: Actor) =>
    all((query) => feeds.page({ ...query, feed: name }, actor));
  const idsOf = (list: readonly Post[]) => list.map(({ id }) => id).reverse();

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
    feeds = app.get(FeedsService);
    follows = app.get(FollowsService);
    profiles = app.get(ProfilesService);
  });

  beforeEach(async () => {
    await database.source.query('TRUNCATE posts CASCADE');
    [ann, ben, eve] = [await somebody(), await somebody(), await somebody()];
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('shows what is public, and what one wrote for one’s followers', async () => {
    const first = await publish(ann);
    const secret = await publish(ann, 'secret', 'followers');
    const last = await publish(ben);

    expect(await feed('latest', ben)).toEqual(idsOf([first, last]));
    expect(await feed('latest', ann)).toEqual(idsOf([first, secret, last]));
  });

  it('shows page by page what those wrote whom one follows, and oneself', async () => {
    await Promise.all([follows.follow(ben.userId, ann), follows.follow(eve.userId, ann)]);
    const stranger = await somebody();
    const wanted: Post[] = [];
    for (let round = 0; round < 4; round += 1) {
      wanted.push(await publish(ben, 'by ben', round % 2 ? 'followers' : 'public'));
      wanted.push(await publish(eve), await publish(eve), await publish(ann, 'own', 'followers'));
      await publish(stranger);
    }

    expect(await feed('following', ann)).toEqual(idsOf(wanted));
    await follows.unfollow(eve.userId, ann);
    expect(await feed('following', ann)).toEqual(
      idsOf(wanted.filter(({ author }) => author.id !== eve.userId)),
    );
  });

  it('shows a person’s posts, and what is for followers to these', async () => {
    const open = await publish(ann, 'open #Tea');
    const secret = await publish(ann, 'secret #tea', 'followers');
    await publish(ben);
    const seenBy = (actor: Actor) => all((query) => feeds.ofPerson(ann.userId, query, actor));
    const count = async (actor: Actor) => (await profiles.profile(ann.userId, actor)).postCount;

    expect([await seenBy(ben), await count(ben)]).toEqual([[open.id], 1]);
    await follows.follow(ann.userId, ben);
    expect([await seenBy(ben), await count(ben)]).toEqual([idsOf([open, secret]), 2]);
    expect([await seenBy(ann), await count(ann)]).toEqual([idsOf([open, secret]), 2]);
    expect(await all((query) => feeds.tagged('tea', query, ann))).toEqual([open.id]);
  });

  it('gives each post once while others are written and deleted', async () => {
    const old = [];
    for (let round = 0; round < 5; round += 1) {
      old.push(await publish(ann));
    }
    const { items, nextCursor } = await feeds.page({ feed: 'latest', limit: 2 }, ben);

    await publish(eve, 'new');
    await posts.delete(old[1]?.id ?? '', ann);

    const rest = await feeds.page({ feed: 'latest', limit: 50, cursor: nextCursor ?? '' }, ben);
    expect([...items, ...rest.items].map(({ id }) => id)).toEqual(
      idsOf(old.filter((_, place) => place !== 1)),
    );
    await expect(
      feeds.page({ feed: 'following', limit: 2, cursor: nextCursor ?? '' }, ben),
    ).rejects.toMatchObject({ code: 'request.invalid-cursor' });
  });

  it('knows who follows whom, once', async () => {
    await Promise.all([1, 2, 3].map(() => follows.follow(ann.userId, ben)));
    await follows.follow(ann.userId, eve);

    const { items } = await follows.page('followers', ann.userId, { limit: 50 });
    expect(items.map(({ id }) => id).toSorted()).toEqual([ben.userId, eve.userId].toSorted());
    expect((await follows.page('following', ben.userId, { limit: 50 })).items).toMatchObject([
      { id: ann.userId },
    ]);
    expect(await profiles.profile(ann.userId, ben)).toMatchObject({
      ...{ followerCount: 2, followingCount: 0, followedByMe: true, followsMe: false },
    });
    expect(await profiles.profile(ben.userId, ann)).toMatchObject({
      ...{ followerCount: 0, followingCount: 1, followedByMe: false, followsMe: true },
    });
    const first = await follows.page('followers', ann.userId, { limit: 1 });
    const second = await follows.page('followers', ann.userId, { limit: 1, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.nextCursor).toBeNull();
  });

  it('lets nobody follow themselves, or nobody', async () => {
    await expect(follows.follow(ann.userId, ann)).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(follows.follow(uuidv7(), ann)).rejects.toMatchObject({ code: 'user.not-found' });
  });
});
