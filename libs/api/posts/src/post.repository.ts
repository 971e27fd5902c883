import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { In, IsNull, Not, type Repository } from 'typeorm';
import { PostEditEntity } from './post-edit.entity.js';
import { PostHashtagEntity } from './post-hashtag.entity.js';
import { PostReactionEntity } from './reactions/post-reaction.entity.js';
import { PostEntity } from './post.entity.js';

export type NewPost = Pick<
  PostEntity,
  | 'id'
  | 'authorId'
  | 'body'
  | 'contentWarning'
  | 'visibility'
  | 'files'
  | 'mentions'
  | 'hashtags'
  | 'fingerprint'
>;
/** What changes about a post that is there. */
export type PostColumns = Partial<
  Pick<
    PostEntity,
    | 'body'
    | 'contentWarning'
    | 'files'
    | 'mentions'
    | 'hashtags'
    | 'editedAt'
    | 'commentsClosed'
    | 'slowModeSeconds'
    | 'commentCount'
    | 'reactions'
  >
>;

/** So many earlier versions of a post are kept. */
const KEPT_EDITS = 100;

@Injectable()
export class PostRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Also what was deleted. */
  find(id: string): Promise<PostEntity | null> {
    return this.table.findOneBy({ id });
  }

  /** Nobody else changes the post until this transaction ends. */
  lock(id: string): Promise<PostEntity | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Some that this person wrote, in no order, without what was deleted. */
  async someOf(authorId: string, limit: number, onlyWithFiles = false): Promise<string[]> {
    const rows = await this.table.find({
      select: { id: true },
      where: { authorId, deletedAt: IsNull(), ...(onlyWithFiles && { files: Not(IsNull()) }) },
      take: limit,
    });
    return rows.map(({ id }) => id);
  }

  /** In the order of the ids; what was deleted meanwhile is absent. */
  async inOrder(ids: readonly string[]): Promise<PostEntity[]> {
    const rows = await this.table.findBy({ id: In([...ids]), deletedAt: IsNull() });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** @throws a unique violation of `POST_ID_INDEX`. */
  async insert(post: NewPost): Promise<PostEntity> {
    await this.table.insert(post);
    const row = await this.table.findOneByOrFail({ id: post.id });
    await this.tag(row);
    return row;
  }

  /** Gives a post that is locked its next version. @returns the post as it is then */
  async change(row: PostEntity, columns: PostColumns): Promise<PostEntity> {
    const next = { ...row, ...columns, change: row.change + 1 };
    await this.table.update({ id: row.id }, { ...columns, change: next.change });
    if (columns.hashtags) {
      await this.transactions.repository(PostHashtagEntity).delete({ postId: row.id });
      await this.tag(next);
    }
    return next;
  }

  /** Puts the words aside that are about to be replaced. */
  async keepWords({ id, change, body, createdAt, editedAt }: PostEntity): Promise<void> {
    await this.edits.insert({ postId: id, change, body, writtenAt: editedAt ?? createdAt });
    await this.transactions.manager.query(
      `DELETE FROM post_edits WHERE post_id = $1 AND change <= (
         SELECT change FROM post_edits WHERE post_id = $1 ORDER BY change DESC OFFSET ${KEPT_EDITS} LIMIT 1
       )`,
      [id],
    );
  }

  editsOf(postId: string): Promise<PostEditEntity[]> {
    return this.edits.find({ where: { postId }, order: { change: 'ASC' } });
  }

  /** Takes the words of a post away, with everything that belongs to them. */
  async bury({ id, change }: PostEntity): Promise<void> {
    await this.edits.delete({ postId: id });
    await this.transactions.repository(PostReactionEntity).delete({ postId: id });
    await this.transactions.repository(PostHashtagEntity).delete({ postId: id });
    await this.table.update(
      { id },
      {
        ...{ body: '', contentWarning: null, files: null, mentions: [], hashtags: [] },
        ...{ reactions: null, commentCount: 0 },
        ...{ change: change + 1, deletedAt: new Date() },
      },
    );
  }

  private async tag({ id, visibility, hashtags, createdAt }: PostEntity): Promise<void> {
    if (visibility === 'public' && hashtags.length > 0) {
      const table = this.transactions.repository(PostHashtagEntity);
      await table.insert(hashtags.map((tag) => ({ tag, createdAt, postId: id })));
    }
  }

  private get edits(): Repository<PostEditEntity> {
    return this.transactions.repository(PostEditEntity);
  }

  private get table(): Repository<PostEntity> {
    return this.transactions.repository(PostEntity);
  }
}
