import { Injectable } from '@nestjs/common';
import {
  type Actor,
  DomainError,
  fingerprint,
  isUniqueViolation,
  Jobs,
  Transactions,
} from '@parley/api-core';
import type { CreatePost, Post } from '@parley/contracts';
import { postPublished } from './post-jobs.js';
import { PostPublished } from './post.events.js';
import { POST_ID_INDEX, type PostEntity } from './post.entity.js';
import { PostRepository } from './post.repository.js';
import { PostRows } from './post-rows.js';
import { PostViews } from './post-views.js';

type NamedPost = CreatePost & { id: string };

@Injectable()
export class PublishingService {
  constructor(
    private readonly posts: PostRepository,
    private readonly views: PostViews,
    private readonly rows: PostRows,
    private readonly transactions: Transactions,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Writes a post once, however often it is sent.
   * @throws DomainError `request.idempotency-mismatch`; `post.not-found` when it was deleted meanwhile
   */
  async publish(wish: NamedPost, actor: Actor): Promise<{ post: Post; isNew: boolean }> {
    const known = await this.posts.find(wish.id);
    if (known) {
      return { post: await this.repeated(known, wish, actor), isNew: false };
    }
    try {
      return { post: await this.insert(wish, actor), isNew: true };
    } catch (error) {
      // Its twin was faster.
      const twin = isUniqueViolation(error, POST_ID_INDEX) ? await this.posts.find(wish.id) : null;
      if (!twin) {
        throw error;
      }
      return { post: await this.repeated(twin, wish, actor), isNew: false };
    }
  }

  private insert(wish: NamedPost, { userId }: Actor): Promise<Post> {
    return this.transactions.run(async () => {
      const row = await this.rows.insert(wish, userId, fingerprintOf(wish));
      const post = await this.views.one(row);
      await this.jobs.add(postPublished, { postId: row.id });
      this.transactions.publish(new PostPublished(post, await this.views.hiddenFrom(userId)));
      return post;
    });
  }

  private repeated(row: PostEntity, wish: NamedPost, { userId }: Actor): Promise<Post> {
    if (row.authorId !== userId || row.fingerprint !== fingerprintOf(wish)) {
      throw new DomainError('request.idempotency-mismatch');
    }
    if (row.deletedAt) {
      throw new DomainError('post.not-found');
    }
    return this.views.one(row);
  }
}

/** Posts of words alone have the fingerprint that they always had. */
function fingerprintOf({
  body,
  visibility,
  fileIds = [],
  fileDescriptions = [],
  contentWarning,
}: NamedPost): string {
  const more = [...fileIds, ...fileDescriptions, contentWarning ?? ''].join('\n').trim();
  return fingerprint(body, visibility, ...(more === '' ? [] : [more]));
}
