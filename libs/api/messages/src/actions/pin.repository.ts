import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { type MessageRow, SELECT_MESSAGES } from '../message.row.js';

@Injectable()
export class PinRepository {
  constructor(private readonly transactions: Transactions) {}

  /** What was pinned last comes first. */
  of(roomId: string): Promise<MessageRow[]> {
    return this.transactions.manager.query(
      `${SELECT_MESSAGES} WHERE m.room_id = $1 AND m.pinned_at IS NOT NULL
       ORDER BY m.pinned_at DESC, m.seq DESC LIMIT ${limits.room.pins}`,
      [roomId],
    );
  }

  async count(roomId: string): Promise<number> {
    const [row] = await this.transactions.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM messages WHERE room_id = $1 AND pinned_at IS NOT NULL`,
      [roomId],
    );
    return row?.count ?? 0;
  }

  async set({ roomId, seq }: Pick<MessageRow, 'roomId' | 'seq'>, isPinned: boolean): Promise<void> {
    await this.transactions.manager.query(
      `UPDATE messages SET pinned_at = CASE WHEN $3 THEN now() END WHERE room_id = $1 AND seq = $2`,
      [roomId, seq, isPinned],
    );
  }
}
