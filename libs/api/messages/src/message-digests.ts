import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { type MessageDigest, type ReaderPlace, RoomMessages } from '@parley/api-rooms';
import type { Message } from '@parley/contracts';
import { MessageMapper } from './message.mapper.js';
import { type MessageRow, SELECT_MESSAGES } from './message.row.js';

/** More unread messages than this are not counted one by one. */
const MOST_UNREAD = 999;

/** What is unread in a membership, spoken of as `s`. */
const COUNTS = 'c.unread::int, c.mentions::int';
const COUNTED = `
  CROSS JOIN LATERAL (
    SELECT count(*) AS unread,
      count(*) FILTER (WHERE u.mentions_room OR s.user_id = ANY(u.mentions)) AS mentions
    FROM (
      SELECT mentions, mentions_room FROM messages
      WHERE room_id = s.room_id AND seq > least(s.last_read_seq, s.unread_from - 1)
        AND author_id <> s.user_id AND deleted_at IS NULL AND kind <> 'system'
      LIMIT ${MOST_UNREAD}
    ) AS u
  ) AS c`;

interface UnreadRow {
  roomId: string;
  unread: number;
  mentions: number;
}

/** What room lists show of messages. Nothing of it is stored: it is counted when it is asked for. */
@Injectable()
export class MessageDigests implements RoomMessages {
  constructor(
    private readonly transactions: Transactions,
    private readonly mapper: MessageMapper,
  ) {}

  async digests(userId: string, roomIds: readonly string[]): Promise<Map<string, MessageDigest>> {
    if (roomIds.length === 0) {
      return new Map();
    }
    const rows = await this.unread(userId, roomIds);
    const newest = await this.newestOf(rows.map(({ roomId }) => roomId));
    return new Map(
      rows.map(({ roomId, unread, mentions }) => [
        roomId,
        { unread, mentions, lastMessage: newest.get(roomId) ?? null },
      ]),
    );
  }

  async newest(roomId: string): Promise<Message | null> {
    return (await this.newestOf([roomId])).get(roomId) ?? null;
  }

  private async newestOf(roomIds: readonly string[]): Promise<Map<string, Message>> {
    const rows = await this.transactions.manager.query<MessageRow[]>(
      `${SELECT_MESSAGES} JOIN rooms AS r ON r.id = m.room_id AND r.last_seq = m.seq
       WHERE r.id = ANY($1)`,
      [roomIds],
    );
    return new Map(rows.map((row) => [row.roomId, this.mapper.toMessage(row)]));
  }

  async markers(places: readonly { roomId: string; userId: string }[]): Promise<ReaderPlace[]> {
    return this.transactions.manager.query(
      `SELECT s.room_id AS "roomId", s.user_id AS "userId", s.last_read_seq AS "lastReadSeq",
         s.unread_from AS "unreadFrom", ${COUNTS}
       FROM unnest($1::uuid[], $2::uuid[]) AS p(room_id, user_id)
       JOIN memberships AS s ON s.room_id = p.room_id AND s.user_id = p.user_id AND s.left_at IS NULL
       ${COUNTED}`,
      [places.map(({ roomId }) => roomId), places.map(({ userId }) => userId)],
    );
  }

  private unread(userId: string, roomIds: readonly string[]): Promise<UnreadRow[]> {
    return this.transactions.manager.query(
      `SELECT s.room_id AS "roomId", ${COUNTS} FROM memberships AS s ${COUNTED}
       WHERE s.user_id = $1 AND s.room_id = ANY($2) AND s.left_at IS NULL`,
      [userId, roomIds],
    );
  }
}
