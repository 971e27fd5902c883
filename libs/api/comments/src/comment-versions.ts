import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { audienceOfRow, type PostEntity, PostThreads } from '@parley/api-posts';
import { Blocks } from '@parley/api-users';
import type { Comment } from '@parley/contracts';
import type { CommentEntity } from './comment.entity.js';
import { CommentWritten } from './comment.events.js';
import { type CommentColumns, CommentRepository, type NewComment } from './comment.repository.js';
import { CommentViews } from './comment-views.js';

/** A comment before it has its place. */
export type Words = Omit<NewComment, 'postId' | 'seq' | 'change' | 'authorId'>;

/** Takes comments from one version to the next, those of a post one at a time, and tells of it. */
@Injectable()
export class CommentVersions {
  constructor(
    private readonly comments: CommentRepository,
    private readonly threads: PostThreads,
    private readonly views: CommentViews,
    private readonly blocks: Blocks,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param decide what is to change, under the lock of the post; nothing takes no number
   * @throws DomainError `comment.not-found`, also when the post is not there for this person
   */
  async change(
    id: string,
    { userId }: Actor,
    decide: (row: CommentEntity, post: PostEntity) => Promise<CommentColumns>,
  ): Promise<Comment> {
    const { postId } = await this.require(id);
    return this.transactions.runInTurn(postId, async () => {
      const post = await this.lockPost(postId, userId);
      const row = await this.require(id);
      const columns = await decide(row, post);
      if (Object.keys(columns).length === 0) {
        return this.views.one(row);
      }
      return this.advance(row, columns, post);
    });
  }

  /** Belongs into a transaction that holds the post. */
  async advance(row: CommentEntity, columns: CommentColumns, post: PostEntity): Promise<Comment> {
    const next = await this.threads.advance(post, columns.deletedAt ? -1 : 0);
    return this.announce(await this.comments.change(row, columns, next.change), next);
  }

  /**
   * @param prepare what is to be written, under the lock of the post
   * @throws DomainError `post.not-found`; a unique violation of `COMMENT_ID_INDEX`
   */
  add(postId: string, { userId }: Actor, prepare: (post: PostEntity) => Promise<Words>): Promise<Comment> {
    return this.transactions.runInTurn(postId, async () => {
      const post = await this.threads.lock(postId, userId);
      const words = await prepare(post);
      const next = await this.threads.advance(post, 1);
      const place = { postId, seq: next.change, change: next.change, authorId: userId };
      return this.announce(await this.comments.insert({ ...words, ...place }), next);
    });
  }

  private async announce(row: CommentEntity, post: PostEntity): Promise<Comment> {
    const comment = await this.views.one(row);
    const hiddenFrom = await this.blocks.around(row.authorId);
    const told = new CommentWritten(audienceOfRow(post), comment, post.commentCount, hiddenFrom);
    this.transactions.publish(told);
    return comment;
  }

  private async lockPost(postId: string, userId: string): Promise<PostEntity> {
    return this.threads.lock(postId, userId).catch((error: unknown) => {
      // Of a post that is a secret, so are the comments.
      const isSecret = error instanceof DomainError && error.code === 'post.not-found';
      throw isSecret ? new DomainError('comment.not-found') : error;
    });
  }

  private async require(id: string): Promise<CommentEntity> {
    const row = await this.comments.find(id);
    if (!row) {
      throw new DomainError('comment.not-found');
    }
    return row;
  }
}
