import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { FeedQuery, PageQuery, PostPage } from '@parley/contracts';
import { FollowRepository } from '../follows/follow.repository.js';
import { PostViews } from '../post-views.js';
import { type FeedPlace, FeedRepository, type FeedRow } from './feed.repository.js';

type Read = (place: FeedPlace | undefined, limit: number) => Promise<FeedRow[]>;

/** Lists of posts, the newest first. */
@Injectable()
export class FeedsService {
  constructor(
    private readonly feeds: FeedRepository,
    private readonly views: PostViews,
    private readonly follows: FollowRepository,
    private readonly users: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  async page(query: FeedQuery, { userId }: Actor): Promise<PostPage> {
    const { feed } = query;
    const reader = { userId, hidden: await this.users.apartFrom(userId) };
    return this.read(`posts?feed=${feed}&of=${userId}`, query, (place, limit) =>
      this.feeds[feed](reader, place, limit),
    );
  }

  /** @throws DomainError `user.not-found` */
  async ofPerson(authorId: string, query: PageQuery, { userId }: Actor): Promise<PostPage> {
    await this.users.requireAll([authorId]);
    if ((await this.users.apartFrom(userId)).includes(authorId)) {
      return { items: [], nextCursor: null };
    }
    const seesAll = await this.follows.isFollowing(userId, authorId);
    return this.read(`posts?author=${authorId}`, query, (place, limit) =>
      this.feeds.ofPerson(authorId, seesAll, place, limit),
    );
  }

  async tagged(tag: string, query: PageQuery, { userId }: Actor): Promise<PostPage> {
    const reader = { userId, hidden: await this.users.apartFrom(userId) };
    return this.read(`posts?tag=${tag}`, query, (place, limit) =>
      this.feeds.tagged(tag, reader, place, limit),
    );
  }

  private async read(scope: string, query: PageQuery, read: Read): Promise<PostPage> {
    const { rows, nextCursor } = await readPage(this.cursors, scope, query, {
      read: (limit, after) => read(after && { createdAt: String(after[0]), id: String(after[1]) }, limit),
      keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    });
    const items = await this.views.inOrder(rows.map(({ id }) => id));
    return { items, nextCursor };
  }
}
