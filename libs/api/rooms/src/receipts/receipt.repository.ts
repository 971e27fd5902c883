import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { IS_SILENT } from './marker.repository.js';

/** A message, by what receipts need of it. */
export interface SentMessage {
  roomId: string;
  seq: number;
  authorId: string;
  createdAt: Date;
}

/** Somebody who was in the room when a message was written, and what they have done with it. */
export interface Recipient {
  userId: string;
  isRead: boolean;
  isDelivered: boolean;
  /** Null when it was not noted, or is no longer known. */
  readAt: Date | null;
  deliveredAt: Date | null;
  /** Does not share what they have read. */
  isSilent: boolean;
}

/** Days after which the time of a receipt is forgotten; that there is one stays known. */
export const DAYS_KEPT = 90;
const MOST_AT_ONCE = 10_000;

const MOMENT = (isRead: boolean) => `(
  SELECT at FROM receipt_moves
  WHERE room_id = m.room_id AND user_id = m.user_id AND is_read = ${isRead} AND seq >= $2 AND from_seq < $2
  ORDER BY seq LIMIT 1
)`;

@Injectable()
export class ReceiptRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Of everybody to whom the message was written: whoever came later finds it read. */
  recipients({ roomId, seq, authorId, createdAt }: SentMessage): Promise<Recipient[]> {
    return this.transactions.manager.query(
      `SELECT m.user_id AS "userId", m.last_read_seq >= $2 AS "isRead",
         m.last_delivered_seq >= $2 AS "isDelivered", ${MOMENT(true)} AS "readAt",
         ${MOMENT(false)} AS "deliveredAt", ${IS_SILENT} AS "isSilent"
       FROM memberships AS m JOIN users AS u ON u.id = m.user_id
       WHERE m.room_id = $1 AND m.left_at IS NULL AND m.user_id <> $3 AND m.joined_at <= $4
       ORDER BY m.user_id`,
      [roomId, seq, authorId, createdAt],
    );
  }

  async isSilent(userId: string): Promise<boolean> {
    const rows = await this.transactions.manager.query<unknown[]>(
      `SELECT FROM users AS u WHERE u.id = $1 AND ${IS_SILENT}`,
      [userId],
    );
    return rows.length > 0;
  }

  /** @returns whether there may be more of them */
  async forgetOld(): Promise<boolean> {
    const [, count] = await this.transactions.manager.query<[unknown, number]>(
      `DELETE FROM receipt_moves WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM receipt_moves WHERE at < now() - make_interval(days => $1) LIMIT $2
       ))`,
      [DAYS_KEPT, MOST_AT_ONCE],
    );
    return count === MOST_AT_ONCE;
  }
}
