import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { RoomKind } from '@parley/contracts';
import type { RoomReader, WrittenMessage } from './audience.policy.js';

/** How far the members of a room were told, and how far there is to go. */
export interface RoomProgress {
  since: number;
  lastChange: number;
  kind: RoomKind;
}

/** What was said long ago is not told, whatever is done to it. */
const TOLD_WITHIN = `interval '1 day'`;

@Injectable()
export class RoomProgressRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Rooms in which something was not told. Reads all rooms. */
  async staleRooms(limit: number): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `SELECT r.id FROM rooms AS r LEFT JOIN notification_progress AS p ON p.room_id = r.id
       WHERE r.last_change > coalesce(p.change, 0) LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  async kinds(roomIds: readonly string[]): Promise<Map<string, RoomKind>> {
    const rows = await this.query<{ id: string; kind: RoomKind }>(
      `SELECT id, kind FROM rooms WHERE id = ANY($1)`,
      [roomIds],
    );
    return new Map(rows.map(({ id, kind }) => [id, kind]));
  }

  /** Keeps others from the same until the transaction ends. @returns null when somebody else is at it */
  async lock(roomId: string): Promise<RoomProgress | null> {
    await this.query(
      `INSERT INTO notification_progress (room_id) SELECT id FROM rooms WHERE id = $1 ON CONFLICT DO NOTHING`,
      [roomId],
    );
    const [row] = await this.query<RoomProgress>(
      `SELECT p.change AS since, r.last_change AS "lastChange", r.kind
       FROM notification_progress AS p JOIN rooms AS r ON r.id = p.room_id
       WHERE p.room_id = $1 FOR UPDATE OF p SKIP LOCKED`,
      [roomId],
    );
    return row ?? null;
  }

  /**
   * What people wrote or edited between two changes, ascending.
   * @param all also what calls nobody and answers nothing
   */
  written(
    roomId: string,
    { since, upTo, all }: { since: number; upTo: number; all: boolean },
  ): Promise<WrittenMessage[]> {
    return this.query(
      `SELECT m.id, m.seq, m.author_id AS "authorId", m.body, m.mentions, m.mentions_room AS "mentionsRoom",
         q.author_id AS "quotedAuthorId"
       FROM messages AS m
       LEFT JOIN LATERAL (
         SELECT author_id FROM messages WHERE room_id = m.room_id AND seq = m.reply_to_seq LIMIT 1
       ) AS q ON true
       WHERE m.room_id = $1 AND m.change > $2 AND m.change <= $3 AND m.kind <> 'system' AND m.deleted_at IS NULL
         AND coalesce(m.edited_at, m.created_at) > now() - ${TOLD_WITHIN}
         AND ($4 OR m.mentions <> '{}' OR m.mentions_room OR m.reply_to_seq IS NOT NULL)
       ORDER BY m.change`,
      [roomId, since, upTo, all],
    );
  }

  /** Whether anybody in the room is called by words of their own choice. */
  async hasKeywords(roomId: string): Promise<boolean> {
    const rows = await this.query(
      `SELECT FROM notification_preferences AS p
       JOIN memberships AS s ON s.room_id = $1 AND s.user_id = p.user_id AND s.left_at IS NULL
       WHERE p.keywords <> '{}' LIMIT 1`,
      [roomId],
    );
    return rows.length > 0;
  }

  /** @param userIds of whom; null for all members, and with them who has chosen words */
  readers(roomId: string, userIds: readonly string[] | null): Promise<RoomReader[]> {
    return this.query(
      `SELECT s.user_id AS "userId", s.notify, s.muted_until AS "mutedUntil",
         least(s.last_read_seq, s.unread_from - 1) AS "seenSeq",
         coalesce(p.kinds, '{}') AS kinds, coalesce(p.keywords, '{}') AS keywords
       FROM memberships AS s LEFT JOIN notification_preferences AS p ON p.user_id = s.user_id
       WHERE s.room_id = $1 AND s.left_at IS NULL
         AND ($2::uuid[] IS NULL OR s.user_id = ANY($2) OR p.keywords <> '{}')`,
      [roomId, userIds],
    );
  }

  /** What is lost with a crash is found again, and told once, so nobody has to wait for the disk. */
  async save(roomId: string, change: number): Promise<void> {
    await this.query(`SET LOCAL synchronous_commit = off`, []);
    await this.query(`UPDATE notification_progress SET change = $2 WHERE room_id = $1`, [roomId, change]);
  }

  private query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.transactions.manager.query(text, [...values]);
  }
}
