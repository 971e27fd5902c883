import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { PostReactions, PostThreads } from '@parley/api-posts';
import type { CommentEntity } from './comment.entity.js';
import { CommentRepository } from './comment.repository.js';
import { CommentVersions } from './comment-versions.js';

const AT_ONCE = 100;

/** Takes back what somebody said about posts whose account is gone. */
@Injectable()
export class CommentWithdrawal {
  constructor(
    private readonly comments: CommentRepository,
    private readonly versions: CommentVersions,
    private readonly threads: PostThreads,
    private readonly reactions: PostReactions,
    private readonly transactions: Transactions,
  ) {}

  /** Tombstones stay in their places. Doing it twice changes nothing. */
  async withdraw(userId: string): Promise<void> {
    let rows = await this.comments.someOf(userId, AT_ONCE);
    while (rows.length > 0) {
      for (const row of rows) {
        await this.bury(row);
      }
      rows = await this.comments.someOf(userId, AT_ONCE);
    }
  }

  /** Whoever wrote it may not see the post any more, so nobody is asked whether they may. */
  private bury({ id, postId }: CommentEntity): Promise<void> {
    return this.transactions.runInTurn(postId, async () => {
      const post = await this.threads.hold(postId);
      const row = await this.comments.find(id);
      if (!row || row.deletedAt) {
        return;
      }
      await this.reactions.forget({ postId, commentSeq: row.seq });
      const gone = { body: '', mentions: [], reactions: null, deletedAt: new Date() };
      await this.versions.advance(row, gone, post);
    });
  }
}
