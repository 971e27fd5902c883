import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Repository } from 'typeorm';
import { BlockEntity } from './block.entity.js';

/** A place in the list of whom somebody has blocked. */
export interface BlockPlace {
  createdAt: string;
  userId: string;
}

const START: BlockPlace = { createdAt: 'infinity', userId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

@Injectable()
export class BlockRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @returns whether it is new */
  async add(blockerId: string, blockedId: string): Promise<boolean> {
    const rows = await this.transactions.manager.query<unknown[]>(
      `INSERT INTO blocks (blocker_id, blocked_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING blocked_id`,
      [blockerId, blockedId],
    );
    return rows.length > 0;
  }

  async remove(blockerId: string, blockedId: string): Promise<void> {
    await this.table.delete({ blockerId, blockedId });
  }

  isBlocking(blockerId: string, blockedId: string): Promise<boolean> {
    return this.table.existsBy({ blockerId, blockedId });
  }

  /** Whom this person has blocked, and who has blocked them. */
  async around(userId: string): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `SELECT blocked_id AS id FROM blocks WHERE blocker_id = $1
       UNION SELECT blocker_id FROM blocks WHERE blocked_id = $1`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  /** Who has blocked this person, or is blocked by them, among these. */
  async between(userId: string, others: readonly string[]): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `SELECT blocked_id AS id FROM blocks WHERE blocker_id = $1 AND blocked_id = ANY($2)
       UNION SELECT blocker_id FROM blocks WHERE blocked_id = $1 AND blocker_id = ANY($2)`,
      [userId, others],
    );
    return rows.map(({ id }) => id);
  }

  /** Of people with an account, who was blocked last first. */
  page(
    blockerId: string,
    { createdAt, userId }: BlockPlace = START,
    limit: number,
  ): Promise<{ userId: string; createdAt: Date }[]> {
    return this.transactions.manager.query(
      `SELECT b.blocked_id AS "userId", b.created_at AS "createdAt"
       FROM blocks b JOIN users u ON u.id = b.blocked_id AND u.deleted_at IS NULL
       WHERE b.blocker_id = $1 AND (b.created_at, b.blocked_id) < ($2, $3)
       ORDER BY b.created_at DESC, b.blocked_id DESC LIMIT $4`,
      [blockerId, createdAt, userId, limit],
    );
  }

  private get table(): Repository<BlockEntity> {
    return this.transactions.repository(BlockEntity);
  }
}
