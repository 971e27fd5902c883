import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { In, IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { CommentEntity } from './comment.entity.js';

export type NewComment = Pick<
  CommentEntity,
  'id' | 'postId' | 'seq' | 'change' | 'parentId' | 'authorId' | 'body' | 'mentions' | 'fingerprint'
>;
/** What changes about a comment that is there. */
export type CommentColumns = Partial<
  Pick<CommentEntity, 'body' | 'mentions' | 'reactions' | 'editedAt' | 'deletedAt'>
>;

@Injectable()
export class CommentRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Also a tombstone. */
  find(id: string): Promise<CommentEntity | null> {
    return this.table.findOneBy({ id });
  }

  /**
   * The oldest first, behind the one with this number.
   * @param hidden of whom nothing is shown
   */
  page(postId: string, hidden: readonly string[], after: number, limit: number): Promise<CommentEntity[]> {
    return this.table.find({
      where: { postId, seq: MoreThan(after), ...notBy(hidden) },
      order: { seq: 'ASC' },
      take: limit,
    });
  }

  /** Ascending by `change`. */
  changedAfter(
    postId: string,
    hidden: readonly string[],
    since: number,
    limit: number,
  ): Promise<CommentEntity[]> {
    return this.table.find({
      where: { postId, change: MoreThan(since), ...notBy(hidden) },
      order: { change: 'ASC' },
      take: limit,
    });
  }

  /** When somebody commented on a post last, also when it is deleted by now. */
  async lastAt(postId: string, authorId: string): Promise<Date | null> {
    const row = await this.table.findOne({
      select: { postId: true, seq: true, createdAt: true },
      where: { postId, authorId },
      order: { seq: 'DESC' },
    });
    return row?.createdAt ?? null;
  }

  /** Some that this person wrote, in no order, without what was deleted. */
  someOf(authorId: string, limit: number): Promise<CommentEntity[]> {
    return this.table.find({ where: { authorId, deletedAt: IsNull() }, take: limit });
  }

  /** @throws a unique violation of `COMMENT_ID_INDEX`. */
  async insert(comment: NewComment): Promise<CommentEntity> {
    await this.table.insert(comment);
    return this.table.findOneByOrFail({ postId: comment.postId, seq: comment.seq });
  }

  async change(row: CommentEntity, columns: CommentColumns, change: number): Promise<CommentEntity> {
    await this.table.update({ postId: row.postId, seq: row.seq }, { ...columns, change });
    return { ...row, ...columns, change };
  }

  /** With a post that is deleted. */
  async deleteAll(postId: string): Promise<void> {
    await this.table.delete({ postId });
  }

  private get table(): Repository<CommentEntity> {
    return this.transactions.repository(CommentEntity);
  }
}

function notBy(hidden: readonly string[]) {
  return hidden.length > 0 ? { authorId: Not(In([...hidden])) } : {};
}
