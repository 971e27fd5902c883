import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

/** Where a page begins: behind this post, in a list with the newest first. */
export interface FeedPlace {
  createdAt: string;
  id: string;
}

/** A post in a list. */
export interface FeedRow {
  id: string;
  createdAt: Date;
}

/** Whose feed it is, and of whom nothing is in it. */
export interface FeedReader {
  userId: string;
  hidden: readonly string[];
}

/** The condition of what comes behind `$1, $2`; what sorts and cuts it uses the same two columns. */
const BEHIND = `deleted_at IS NULL AND (created_at, id) < ($1::timestamptz, $2::uuid)`;
const NEWEST = `ORDER BY created_at DESC, id DESC LIMIT $3`;
const START: FeedPlace = { createdAt: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** Which posts are in a feed. Every page is a few walks along an index, however many posts there are. */
@Injectable()
export class FeedRepository {
  constructor(private readonly transactions: Transactions) {}

  /** What is public, and what this person wrote for their followers. */
  latest({ userId, hidden }: FeedReader, place: FeedPlace | undefined, limit: number): Promise<FeedRow[]> {
    return this.read(
      `SELECT id, created_at AS "createdAt" FROM (
         (SELECT id, created_at FROM posts WHERE visibility = 'public' AND author_id <> ALL($5)
          AND ${BEHIND} ${NEWEST})
         UNION ALL
         (SELECT id, created_at FROM posts
          WHERE author_id = $4 AND visibility = 'followers' AND ${BEHIND} ${NEWEST})
       ) p ${NEWEST}`,
      [place, limit, userId, hidden],
    );
  }

  /**
   * What this person and those they follow wrote. The newest posts of all are among those of the people with the
   * newest ones: so one look at everybody finds whose posts matter, and only these are read.
   */
  following({ userId }: FeedReader, place: FeedPlace | undefined, limit: number): Promise<FeedRow[]> {
    return this.read(
      `WITH people AS (
         SELECT followee_id AS id FROM follows WHERE follower_id = $4 UNION ALL SELECT $4::uuid
       ), lately AS (
         SELECT people.id FROM people CROSS JOIN LATERAL (
           SELECT created_at, id AS post_id FROM posts WHERE author_id = people.id AND ${BEHIND}
           ORDER BY created_at DESC, id DESC LIMIT 1
         ) newest ORDER BY newest.created_at DESC, newest.post_id DESC LIMIT $3
       )
       SELECT p.id, p.created_at AS "createdAt" FROM lately CROSS JOIN LATERAL (
         SELECT id, created_at FROM posts WHERE author_id = lately.id AND ${BEHIND} ${NEWEST}
       ) p ORDER BY p.created_at DESC, p.id DESC LIMIT $3`,
      [place, limit, userId],
    );
  }

  /** @param seesAll also what is only for followers */
  ofPerson(
    authorId: string,
    seesAll: boolean,
    place: FeedPlace | undefined,
    limit: number,
  ): Promise<FeedRow[]> {
    const isVisible = seesAll ? '' : `AND visibility = 'public'`;
    return this.read(
      `SELECT id, created_at AS "createdAt" FROM posts
       WHERE author_id = $4 ${isVisible} AND ${BEHIND} ${NEWEST}`,
      [place, limit, authorId],
    );
  }

  /** Only what is public. @param tag in lower case */
  tagged(
    tag: string,
    { hidden }: FeedReader,
    place: FeedPlace | undefined,
    limit: number,
  ): Promise<FeedRow[]> {
    return this.read(
      `SELECT post_id AS id, created_at AS "createdAt" FROM post_hashtags
       WHERE tag = $4 AND NOT EXISTS (SELECT FROM posts p WHERE p.id = post_id AND p.author_id = ANY($5))
         AND (created_at, post_id) < ($1::timestamptz, $2::uuid)
       ORDER BY created_at DESC, post_id DESC LIMIT $3`,
      [place, limit, tag, hidden],
    );
  }

  async countOf(authorId: string, seesAll: boolean): Promise<number> {
    const isVisible = seesAll ? '' : `AND visibility = 'public'`;
    const [row] = await this.transactions.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM posts WHERE author_id = $1 ${isVisible} AND deleted_at IS NULL`,
      [authorId],
    );
    return row?.count ?? 0;
  }

  private read(
    text: string,
    [{ createdAt, id } = START, limit, ...about]: [FeedPlace | undefined, number, ...unknown[]],
  ): Promise<FeedRow[]> {
    return this.transactions.manager.query(text, [createdAt, id, limit, ...about]);
  }
}
