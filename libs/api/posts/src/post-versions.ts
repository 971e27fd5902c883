import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { Post } from '@parley/contracts';
import { PostAccess } from './post-access.js';
import { audienceOfRow, PostRemoved, PostUpdated } from './post.events.js';
import type { PostEntity } from './post.entity.js';
import { type PostColumns, PostRepository } from './post.repository.js';
import { PostRows } from './post-rows.js';
import { PostViews } from './post-views.js';

/** Takes posts from one version to the next, one at a time, and tells of it. */
@Injectable()
export class PostVersions {
  constructor(
    private readonly posts: PostRepository,
    private readonly access: PostAccess,
    private readonly views: PostViews,
    private readonly rows: PostRows,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param decide what is to change about a post that nobody else changes meanwhile; nothing takes no number
   * @throws DomainError `post.not-found`
   */
  change(id: string, { userId }: Actor, decide: (row: PostEntity) => Promise<PostColumns>): Promise<Post> {
    return this.transactions.runInTurn(id, async () => {
      const row = await this.access.lockReadable(id, userId);
      const columns = await decide(row);
      if (Object.keys(columns).length === 0) {
        return this.views.one(row);
      }
      const post = await this.views.one(await this.posts.change(row, columns));
      this.transactions.publish(new PostUpdated(post, await this.views.hiddenFrom(row.authorId)));
      return post;
    });
  }

  /**
   * @param assertMay throws for who may not
   * @throws DomainError `post.not-found`
   */
  remove(id: string, { userId }: Actor, assertMay: (row: PostEntity) => void): Promise<void> {
    return this.transactions.runInTurn(id, async () => {
      const row = await this.access.lockReadable(id, userId);
      assertMay(row);
      await this.rows.bury(row);
      this.transactions.publish(new PostRemoved(audienceOfRow(row)));
    });
  }
}
