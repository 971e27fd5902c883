import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import type { Post } from '@parley/contracts';
import { PostAccess } from './post-access.js';
import { PostCounted } from './post.events.js';
import type { PostEntity } from './post.entity.js';
import { PostRepository } from './post.repository.js';
import { PostViews } from './post-views.js';

/** What other features may ask of posts: who may read them, and the numbers of what is said about them. */
@Injectable()
export class PostThreads {
  constructor(
    private readonly posts: PostRepository,
    private readonly access: PostAccess,
    private readonly views: PostViews,
    private readonly transactions: Transactions,
  ) {}

  /** As it is now, for whoever asks; null when there is none, or not any more. */
  async find(id: string): Promise<PostEntity | null> {
    const row = await this.posts.find(id);
    return row?.deletedAt ? null : row;
  }

  /** @throws DomainError `post.not-found` */
  requireReadable(id: string, userId: string): Promise<PostEntity> {
    return this.access.requireReadable(id, userId);
  }

  /** As `requireReadable`, and holds the post until the transaction ends. */
  lock(id: string, userId: string): Promise<PostEntity> {
    return this.access.lockReadable(id, userId);
  }

  /** Holds a post until the transaction ends, whoever it is for. @throws DomainError `post.not-found` */
  async hold(id: string): Promise<PostEntity> {
    const row = await this.posts.lock(id);
    if (!row) {
      throw new DomainError('post.not-found');
    }
    return row;
  }

  /**
   * Takes the next number of a post that is locked.
   * @param comments how many more there are
   */
  async advance(row: PostEntity, comments: 1 | 0 | -1): Promise<PostEntity> {
    const next = await this.posts.change(row, { commentCount: row.commentCount + comments });
    if (comments !== 0) {
      this.transactions.publish(new PostCounted(row.id));
    }
    return next;
  }

  view(row: PostEntity): Promise<Post> {
    return this.views.one(row);
  }
}
