import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { PostThreads } from '@parley/api-posts';
import { Blocks } from '@parley/api-users';
import type { CommentPage, PageQuery, PostChanges, PostChangesQuery } from '@parley/contracts';
import { CommentRepository } from './comment.repository.js';
import { CommentViews } from './comment-views.js';

/** Reads the comments of posts. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly comments: CommentRepository,
    private readonly threads: PostThreads,
    private readonly views: CommentViews,
    private readonly blocks: Blocks,
    private readonly cursors: Cursors,
  ) {}

  /** @throws DomainError `post.not-found` */
  async page(postId: string, query: PageQuery, { userId }: Actor): Promise<CommentPage> {
    await this.threads.requireReadable(postId, userId);
    const hidden = await this.blocks.around(userId);
    const { rows, nextCursor } = await readPage(this.cursors, `comments?post=${postId}`, query, {
      read: (limit, after) => this.comments.page(postId, hidden, Number(after?.[0] ?? 0), limit),
      keyOf: ({ seq }) => [seq],
    });
    return { items: await this.views.of(rows), nextCursor };
  }

  /** @throws DomainError `post.not-found` */
  async changes(postId: string, query: PostChangesQuery, { userId }: Actor): Promise<PostChanges> {
    const { since, limit } = query;
    // The post first: what is committed after it is found by the next question.
    const row = await this.threads.requireReadable(postId, userId);
    const hidden = await this.blocks.around(userId);
    const found = await this.comments.changedAfter(postId, hidden, since, limit + 1);
    const comments = await this.views.of(found.slice(0, limit));
    const more = found.length > limit;
    const upTo = more ? (comments.at(-1)?.change ?? since) : Math.max(row.change, since);
    return { upTo, more, post: await this.threads.view(row), comments };
  }
}
