import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { type MessageRow, SELECT_MESSAGES } from './message.row.js';

/** Numbers of a room after one and up to another. */
export interface MessageStretch {
  roomId: string;
  after: number;
  upTo: number;
  onlyWithFiles: boolean;
}

/** What somebody said, by who they are. There is no index for it: a stretch of the room is read at a time. */
@Injectable()
export class MessageWithdrawalRepository {
  constructor(private readonly transactions: Transactions) {}

  async writtenBy(userId: string, { roomId, after, upTo, onlyWithFiles }: MessageStretch): Promise<number[]> {
    const rows = await this.transactions.manager.query<{ seq: number }[]>(
      `SELECT seq FROM messages
       WHERE room_id = $1 AND seq > $2 AND seq <= $3 AND author_id = $4 AND kind <> 'system'
         AND deleted_at IS NULL AND (files IS NOT NULL OR NOT $5) ORDER BY seq`,
      [roomId, after, upTo, userId, onlyWithFiles],
    );
    return rows.map(({ seq }) => seq);
  }

  inRoom(roomId: string, seqs: readonly number[]): Promise<MessageRow[]> {
    return this.transactions.manager.query(
      `${SELECT_MESSAGES} WHERE m.room_id = $1 AND m.seq = ANY($2) AND m.deleted_at IS NULL ORDER BY m.seq`,
      [roomId, seqs],
    );
  }

  async dropFiles({ roomId, seq }: Pick<MessageRow, 'roomId' | 'seq'>): Promise<void> {
    await this.transactions.manager.query(
      `UPDATE messages SET files = NULL WHERE room_id = $1 AND seq = $2`,
      [roomId, seq],
    );
  }
}
