import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { IN_PASSAGE, IS_SEARCHABLE, PASSAGE_OF, SEARCHED_TEXT } from './passage.js';

/** What is said in a passage, all of it together. */
export interface PassageText {
  number: number;
  firstAt: Date;
  lastAt: Date;
  /** What its messages say, and what their files are called, a line feed between any two. */
  text: string;
  hasFile: boolean;
  authorIds: string[];
}

/** A passage as the index keeps it. */
export interface IndexedPassage extends Pick<PassageText, 'number' | 'firstAt' | 'lastAt'> {
  tokens: readonly number[];
}

/** Passages in which something changed. */
export interface ChangedPassages {
  numbers: number[];
  /** Whether something that was said before is not said any more, or otherwise. */
  hasRewritten: boolean;
  /** Everything up to this change of the room is among them. */
  upTo: number;
  /** Whether there are later changes. */
  hasMore: boolean;
}

@Injectable()
export class IndexRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Rooms with changes that the index does not know. Reads all rooms. */
  async staleRooms(limit: number): Promise<string[]> {
    const rows = await this.query<{ id: string }>(
      `SELECT r.id FROM rooms AS r LEFT JOIN search_progress AS s ON s.room_id = r.id
       WHERE r.last_change > coalesce(s.indexed_change, 0) LIMIT $1`,
      [limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Keeps others from indexing this room until the transaction ends.
   * @returns up to which change it is indexed; null when somebody else is at it, or the room is gone
   */
  async lockProgress(roomId: string): Promise<number | null> {
    await this.query(
      `INSERT INTO search_progress (room_id) SELECT id FROM rooms WHERE id = $1 ON CONFLICT DO NOTHING`,
      [roomId],
    );
    const [row] = await this.query<{ indexedChange: number }>(
      `SELECT indexed_change AS "indexedChange" FROM search_progress WHERE room_id = $1 FOR UPDATE SKIP LOCKED`,
      [roomId],
    );
    return row?.indexedChange ?? null;
  }

  /** @param most changes that are looked at */
  async changedAfter(roomId: string, change: number, most: number): Promise<ChangedPassages> {
    // Read before the messages: all changes up to it are among those.
    const [room] = await this.query<{ lastChange: number }>(
      `SELECT last_change AS "lastChange" FROM rooms WHERE id = $1`,
      [roomId],
    );
    const rows = await this.query<{ change: number; number: number; isRewritten: boolean }>(
      `SELECT change, ${PASSAGE_OF('seq')} AS number,
         edited_at IS NOT NULL OR deleted_at IS NOT NULL AS "isRewritten"
       FROM messages
       WHERE room_id = $1 AND change > $2 ORDER BY change LIMIT $3`,
      [roomId, change, most],
    );
    const hasMore = rows.length === most;
    const last = rows.at(-1)?.change ?? change;
    return {
      numbers: [...new Set(rows.map(({ number }) => number))],
      hasRewritten: rows.some(({ isRewritten }) => isRewritten),
      upTo: hasMore ? last : Math.max(last, room?.lastChange ?? 0),
      hasMore,
    };
  }

  /** Those of these passages in which there is something to be found. */
  texts(roomId: string, numbers: readonly number[]): Promise<PassageText[]> {
    return this.query(
      `SELECT p.number, min(m.created_at) AS "firstAt", max(m.created_at) AS "lastAt",
         string_agg(${SEARCHED_TEXT('m')}, E'\\n') AS text, bool_or(m.files IS NOT NULL) AS "hasFile", array_agg(DISTINCT m.author_id) AS "authorIds"
       FROM unnest($2::bigint[]) AS p(number)
       CROSS JOIN LATERAL (SELECT * FROM messages WHERE room_id = $1 AND ${IN_PASSAGE('seq', 'p.number')}) AS m
       WHERE ${IS_SEARCHABLE('m')}
       GROUP BY p.number`,
      [roomId, numbers],
    );
  }

  /** What the index has of these passages, all together. */
  async tokensOf(roomId: string, numbers: readonly number[]): Promise<number[]> {
    const rows = await this.query<{ token: number }>(
      `SELECT DISTINCT unnest(tokens) AS token FROM message_passages WHERE room_id = $1 AND number = ANY($2::bigint[])`,
      [roomId, numbers],
    );
    return rows.map(({ token }) => token);
  }

  async put(roomId: string, passages: readonly IndexedPassage[]): Promise<void> {
    await this.query(
      `INSERT INTO message_passages (room_id, number, first_at, last_at, tokens)
       SELECT $1, number, first_at, last_at, tokens::int[]
       FROM unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::text[])
         AS t(number, first_at, last_at, tokens)
       ON CONFLICT (room_id, number) DO UPDATE
       SET first_at = excluded.first_at, last_at = excluded.last_at, tokens = excluded.tokens`,
      [
        roomId,
        passages.map(({ number }) => number),
        passages.map(({ firstAt }) => firstAt),
        passages.map(({ lastAt }) => lastAt),
        passages.map(({ tokens }) => `{${tokens.join(',')}}`),
      ],
    );
  }

  async remove(roomId: string, numbers: readonly number[]): Promise<void> {
    await this.query(`DELETE FROM message_passages WHERE room_id = $1 AND number = ANY($2::bigint[])`, [
      roomId,
      numbers,
    ]);
  }

  /** What is lost with a crash is made again, so nobody has to wait for the disk. */
  async saveProgress(roomId: string, change: number): Promise<void> {
    await this.query(`SET LOCAL synchronous_commit = off`, []);
    await this.query(`UPDATE search_progress SET indexed_change = $2 WHERE room_id = $1`, [roomId, change]);
  }

  private query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.transactions.manager.query(text, [...values]);
  }
}
