import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Repository } from 'typeorm';
import { FollowEntity } from './follow.entity.js';

/** How a person stands to the others, as somebody sees it. */
export interface FollowFigures {
  followerCount: number;
  followingCount: number;
  followedByMe: boolean;
  followsMe: boolean;
}

/** Which end of the line the list is about. */
export type FollowSide = 'followers' | 'following';

const COLUMNS = {
  followers: { mine: 'followee_id', other: 'follower_id' },
  following: { mine: 'follower_id', other: 'followee_id' },
} as const;

@Injectable()
export class FollowRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Who somebody is counts as following themselves: everybody sees their own. */
  async isFollowing(followerId: string, followeeId: string): Promise<boolean> {
    return followerId === followeeId || (await this.table.existsBy({ followerId, followeeId }));
  }

  countFollowing(followerId: string): Promise<number> {
    return this.table.countBy({ followerId });
  }

  /** Once, however often it is asked for. */
  async add(followerId: string, followeeId: string): Promise<void> {
    await this.table.createQueryBuilder().insert().values({ followerId, followeeId }).orIgnore().execute();
  }

  /** @returns whether there was one */
  async remove(followerId: string, followeeId: string): Promise<boolean> {
    const { affected } = await this.table.delete({ followerId, followeeId });
    return (affected ?? 0) > 0;
  }

  /** Who this person follows. */
  async followees(followerId: string): Promise<string[]> {
    const rows = await this.table.find({ select: { followeeId: true }, where: { followerId } });
    return rows.map(({ followeeId }) => followeeId);
  }

  /** People with an account, who came last first. */
  page(
    side: FollowSide,
    userId: string,
    after: { createdAt: string; userId: string } | null,
    limit: number,
  ): Promise<{ userId: string; createdAt: Date }[]> {
    const { mine, other } = COLUMNS[side];
    return this.transactions.manager.query(
      `SELECT f.${other} AS "userId", f.created_at AS "createdAt"
       FROM follows f JOIN users u ON u.id = f.${other} AND u.deleted_at IS NULL
       WHERE f.${mine} = $1 AND (f.created_at, f.${other}) < ($2, $3)
       ORDER BY f.created_at DESC, f.${other} DESC LIMIT $4`,
      [userId, after?.createdAt ?? 'infinity', after?.userId ?? LAST_ID, limit],
    );
  }

  async figures(userId: string, readerId: string): Promise<FollowFigures> {
    const [figures] = await this.transactions.manager.query<FollowFigures[]>(
      `SELECT
         (SELECT count(*)::int FROM follows WHERE followee_id = $1) AS "followerCount",
         (SELECT count(*)::int FROM follows WHERE follower_id = $1) AS "followingCount",
         EXISTS (SELECT FROM follows WHERE follower_id = $2 AND followee_id = $1) AS "followedByMe",
         EXISTS (SELECT FROM follows WHERE follower_id = $1 AND followee_id = $2) AS "followsMe"`,
      [userId, readerId],
    );
    if (!figures) {
      throw new Error('A row of counts is always there');
    }
    return figures;
  }

  /**
   * People whom one shares rooms with and does not follow, those with the most rooms first. Only rooms of a size
   * in which people know each other, and not more of them than a moment is enough for.
   */
  suggestions(userId: string, limit: number): Promise<{ userId: string; sharedRooms: number }[]> {
    return this.transactions.manager.query(
      `SELECT other.user_id AS "userId", count(*)::int AS "sharedRooms"
       FROM (
         SELECT m.room_id FROM memberships m JOIN rooms r ON r.id = m.room_id
         WHERE m.user_id = $1 AND m.left_at IS NULL AND r.member_count <= ${FAMILIAR_ROOM}
         ORDER BY m.joined_at DESC LIMIT ${ROOMS_LOOKED_AT}
       ) mine
       JOIN memberships other ON other.room_id = mine.room_id AND other.left_at IS NULL
       JOIN users u ON u.id = other.user_id AND u.deleted_at IS NULL
       WHERE other.user_id <> $1
         AND NOT EXISTS (
           SELECT FROM blocks b WHERE (b.blocker_id, b.blocked_id) IN (($1, other.user_id), (other.user_id, $1))
         )
         AND NOT EXISTS (SELECT FROM follows f WHERE f.follower_id = $1 AND f.followee_id = other.user_id)
       GROUP BY other.user_id, u.username ORDER BY count(*) DESC, u.username LIMIT $2`,
      [userId, limit],
    );
  }

  private get table(): Repository<FollowEntity> {
    return this.transactions.repository(FollowEntity);
  }
}

/** Behind every id. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const FAMILIAR_ROOM = 200;
const ROOMS_LOOKED_AT = 50;
