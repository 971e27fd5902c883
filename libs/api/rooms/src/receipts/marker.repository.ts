import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';

/** Somebody in a room. */
export interface Place {
  roomId: string;
  userId: string;
}

/** Instead of a number: this marker stays where it is. */
export const UNMOVED = -1;

/** How far somebody wants their markers to be. */
export interface MarkerMove extends Place {
  readSeq: number;
  deliveredSeq: number;
}

/** Where the markers are after a move. */
export interface MovedMarker extends Place {
  lastReadSeq: number;
  /** Whether somebody read further than before, or what they had marked as unread. */
  hasRead: boolean;
  /** Whether nothing is left to read. */
  isAtEnd: boolean;
  /** Whether others are to be told. */
  isTold: boolean;
}

/** What others may know of somebody's markers. */
export interface KnownMarker extends Place {
  lastReadSeq: number;
  lastDeliveredSeq: number;
  /** Does not share what they have read. */
  isSilent: boolean;
}

/** Whether a row of `users`, spoken of as `u`, does not share receipts. The condition of an index. */
export const IS_SILENT = `u.settings @> '{"readReceipts": false}'`;

const { roomMembers } = limits.receipts;

/**
 * $1 room ids, $2 user ids, $3 read up to, $4 delivered up to. Who is not in the room is absent in the answer.
 *
 * Rows are locked in the order in which messages lock them, so that neither waits for the other in a circle.
 */
const MOVE = `
  WITH place AS MATERIALIZED (
    SELECT i.*, m.last_read_seq, m.last_delivered_seq, m.unread_from
    FROM (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[])
        AS t(room_id, user_id, read_seq, delivered_seq)
      ORDER BY room_id, user_id
    ) AS i
    CROSS JOIN LATERAL (
      SELECT last_read_seq, last_delivered_seq, unread_from FROM memberships
      WHERE room_id = i.room_id AND user_id = i.user_id AND left_at IS NULL FOR NO KEY UPDATE
    ) AS m
  ),
  target AS MATERIALIZED (
    SELECT p.*, r.last_seq, r.member_count <= ${roomMembers} AS is_small,
      p.read_seq >= 0 AND p.unread_from IS NOT NULL AS takes_mark,
      greatest(p.last_read_seq, least(p.read_seq, r.last_seq)) AS is_read_to,
      greatest(p.last_delivered_seq, least(greatest(p.read_seq, p.delivered_seq), r.last_seq)) AS is_delivered_to
    FROM place AS p JOIN rooms AS r ON r.id = p.room_id
  ),
  moved AS (
    UPDATE memberships AS m SET
      last_read_seq = greatest(m.last_read_seq, t.is_read_to),
      last_delivered_seq = greatest(m.last_delivered_seq, t.is_delivered_to),
      unread_from = CASE WHEN t.read_seq < 0 THEN m.unread_from END
    FROM target AS t
    WHERE m.room_id = t.room_id AND m.user_id = t.user_id
      AND (t.is_read_to > t.last_read_seq OR t.is_delivered_to > t.last_delivered_seq OR t.takes_mark)
  ),
  noted AS (
    INSERT INTO receipt_moves (room_id, user_id, is_read, seq, from_seq)
    SELECT room_id, user_id, true, is_read_to, last_read_seq FROM target
    WHERE is_small AND is_read_to > last_read_seq
    UNION ALL
    SELECT room_id, user_id, false, is_delivered_to, last_delivered_seq FROM target
    WHERE is_small AND is_delivered_to > last_delivered_seq
    ON CONFLICT DO NOTHING
  )
  SELECT room_id AS "roomId", user_id AS "userId", is_read_to AS "lastReadSeq",
    is_read_to > last_read_seq OR takes_mark AS "hasRead", is_read_to >= last_seq AS "isAtEnd",
    is_small AND (is_read_to > last_read_seq OR is_delivered_to > last_delivered_seq) AS "isTold"
  FROM target`;

/** How far people have read, and what has reached them. */
@Injectable()
export class MarkerRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Moves markers forward, never back and never beyond the newest message. Each place is there once. */
  move(moves: readonly MarkerMove[]): Promise<MovedMarker[]> {
    return this.transactions.manager.query(MOVE, [
      moves.map(({ roomId }) => roomId),
      moves.map(({ userId }) => userId),
      moves.map(({ readSeq }) => readSeq),
      moves.map(({ deliveredSeq }) => deliveredSeq),
    ]);
  }

  /** Where the markers of these people are, in those of the rooms where that is told. */
  of(places: readonly Place[]): Promise<KnownMarker[]> {
    return this.transactions.manager.query(
      `SELECT m.room_id AS "roomId", m.user_id AS "userId", m.last_read_seq AS "lastReadSeq",
         m.last_delivered_seq AS "lastDeliveredSeq", ${IS_SILENT} AS "isSilent"
       FROM unnest($1::uuid[], $2::uuid[]) AS p(room_id, user_id)
       JOIN memberships AS m ON m.room_id = p.room_id AND m.user_id = p.user_id AND m.left_at IS NULL
       JOIN rooms AS r ON r.id = m.room_id AND r.member_count <= ${roomMembers}
       JOIN users AS u ON u.id = m.user_id`,
      [places.map(({ roomId }) => roomId), places.map(({ userId }) => userId)],
    );
  }

  /** Of everybody in a room. */
  inRoom(roomId: string): Promise<KnownMarker[]> {
    return this.transactions.manager.query(
      `SELECT m.room_id AS "roomId", m.user_id AS "userId", m.last_read_seq AS "lastReadSeq",
         m.last_delivered_seq AS "lastDeliveredSeq", ${IS_SILENT} AS "isSilent"
       FROM memberships AS m JOIN users AS u ON u.id = m.user_id
       WHERE m.room_id = $1 AND m.left_at IS NULL ORDER BY m.user_id`,
      [roomId],
    );
  }

  /** The members of these rooms who do not share receipts, and so are told of none. */
  silentIn(roomIds: readonly string[]): Promise<Place[]> {
    return this.transactions.manager.query(
      `SELECT m.room_id AS "roomId", m.user_id AS "userId"
       FROM memberships AS m JOIN users AS u ON u.id = m.user_id AND ${IS_SILENT}
       WHERE m.room_id = ANY($1) AND m.left_at IS NULL`,
      [roomIds],
    );
  }
}
