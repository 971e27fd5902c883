import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { type MessageDigest, RoomMessages } from '@parley/api-rooms';
import type { Message } from '@parley/contracts';
import { toMessage } from './message.mapper.js';
import { type MessageRow, SELECT_MESSAGES } from './message.row.js';

/** More unread messages than this are not counted one by one. */
const MOST_UNREAD = 999;

interface UnreadRow {
  roomId: string;
  unread: number;
  mentions: number;
}

/** What room lists show of messages. Nothing of it is stored: it is counted when it is asked for. */
@Injectable()
export class MessageDigests implements RoomMessages {
  constructor(private readonly transactions: Transactions) {}

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
    return new Map(rows.map((row) => [row.roomId, toMessage(row)]));
  }

  private unread(userId: string, roomIds: readonly string[]): Promise<UnreadRow[]> {
    return this.transactions.manager.query(
      `SELECT s.room_id AS "roomId", c.unread::int, c.mentions::int
       FROM memberships AS s
       CROSS JOIN LATERAL (
         SELECT count(*) AS unread, count(*) FILTER (WHERE u.mentions_room OR $1 = ANY(u.mentions)) AS mentions
         FROM (
           SELECT mentions, mentions_room FROM messages
           WHERE room_id = s.room_id AND seq > least(s.last_read_seq, s.unread_from - 1)
            AND author_id <> $1 AND deleted_at IS NULL AND kind <> 'system'
           LIMIT ${MOST_UNREAD}
         ) AS u
       ) AS c
       WHERE s.user_id = $1 AND s.room_id = ANY($2) AND s.left_at IS NULL`,
      [userId, roomIds],
    );
  }
}
