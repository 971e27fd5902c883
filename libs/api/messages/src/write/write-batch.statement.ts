import type { PreparedStatement } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { EXCERPT } from '../message.row.js';

/** What became of one command of a batch. */
export interface WriteRow {
  /** 1, 2, 3 … as in the batch. */
  place: number;
  outcome:
    | 'written'
    | 'repeated'
    | 'mismatch'
    | 'room-not-found'
    | 'not-a-member'
    | 'archived'
    /** In a direct chat: one of the two has blocked the other. */
    | 'blocked'
    /** Only owners and admins write here. */
    | 'not-allowed'
    /** The room is in slow mode. */
    | 'too-soon'
    | 'quoted-not-found'
    /** Somebody else is writing in the room, or was when the statement began: it goes after waiting for them. */
    | 'busy';
  /** Milliseconds until the author may write again, where that is limited. */
  waitMs: number | null;
  /** The following are there for what was written. */
  seq: number;
  change: number;
  mentions: string[];
  mentionsRoom: boolean;
  createdAt: Date;
  quotedId: string | null;
  quotedSeq: number | null;
  quotedAuthorId: string | null;
  quotedExcerpt: string | null;
}

/** Whether one of two people has blocked the other. A subquery with a limit is never made into a hash of all. */
const areApart = (one: string, other: string) => `coalesce((
  SELECT true FROM blocks
  WHERE (blocker_id = ${one} AND blocked_id = ${other}) OR (blocker_id = ${other} AND blocked_id = ${one}) LIMIT 1
), false)`;

/** Asked only in direct chats, which have one other person. */
const IS_APART_FROM_PEER = `coalesce((
  SELECT ${areApart('i.author_id', 'peer.user_id')} FROM memberships AS peer
  WHERE peer.room_id = i.room_id AND peer.user_id <> i.author_id LIMIT 1
), false)`;

const ATTACHED = `
attached AS (
  INSERT INTO message_files (room_id, seq, place, file_id, kind)
  SELECT w.room_id, w.seq, f.place, f.file_id, f.kind
  FROM unnest($11::bigint[], $12::smallint[], $13::uuid[], $14::text[]) AS f(message_place, place, file_id, kind)
  JOIN accepted AS a ON a.place = f.message_place JOIN message AS w ON w.id = a.id
),`;

/**
 * Writes a batch of messages of any rooms as one statement, which is one transaction.
 *
 * $1 room ids, $2 ids, $3 author ids, $4 bodies, $5 fingerprints, $6 ids of quoted messages or null, $7
 * whether everybody is called: one element a command. $8 places and $9 user names of the people who are called
 * by name. Only `withFiles`: $10 the files as they are shown, or null, one element a command; and for each file
 * $11 the place of its command, $12 its own place, $13 id and $14 kind.
 *
 * Everything is decided under the lock of `room`. All else, such as who is a member and what is quoted, is read
 * as it was when the statement began. That is how it still is unless another transaction has changed the room
 * since then, for which it needs the same lock and a number (`seen_change`): such a room is left for a statement
 * that begins under its lock. Rooms are locked in the order of their ids, and the places of their members are
 * written in that order, so that two batches cannot wait for each other.
 *
 * What is restricted, is in rows that are read anyway: who may write in the room, and what somebody is there. In
 * slow mode somebody's second message of a batch comes too soon, whatever becomes of the first.
 *
 * For the reason of `LATERAL`, see `SELECT_MESSAGES`. A message is looked up by its id alone: with the room
 * beside it, an index by room could be taken, and would read the whole room.
 */
const write = (whenLocked: '' | 'SKIP LOCKED', withFiles: boolean) => `
WITH input AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::boolean[]
    ${withFiles ? ', $10::jsonb[]' : ''})
    WITH ORDINALITY AS t(room_id, id, author_id, body, fingerprint, quoted_id, calls_everybody,
      ${withFiles ? 'files, ' : ''}place)
),
room AS MATERIALIZED (
  SELECT i.room_id AS id, r.visibility, r.archived_at, r.kind, r.posting, r.slow_mode_seconds,
    coalesce(r.last_change <> i.seen_change, true) AS is_busy,
    r.kind <> 'channel' OR r.member_count <= ${limits.mentions.freely} AS is_callable
  FROM (
    SELECT i.room_id, seen.last_change AS seen_change
    FROM (SELECT DISTINCT room_id FROM input) AS i
    CROSS JOIN LATERAL (SELECT last_change FROM rooms WHERE id = i.room_id LIMIT 1) AS seen
    ORDER BY i.room_id
  ) AS i
  LEFT JOIN LATERAL (
    SELECT visibility, archived_at, posting, slow_mode_seconds, last_change, kind, member_count
    FROM rooms WHERE id = i.room_id
    FOR NO KEY UPDATE ${whenLocked}
  ) AS r ON true
),
member AS MATERIALIZED (
  SELECT i.room_id, i.author_id, i.first_place, s.role, s.last_sent_at
  FROM (
    SELECT i.room_id, i.author_id, min(i.place) AS first_place
    FROM input AS i JOIN room AS r ON r.id = i.room_id
    WHERE NOT r.is_busy GROUP BY i.room_id, i.author_id
  ) AS i
  CROSS JOIN LATERAL (
    SELECT role, last_sent_at FROM memberships
    WHERE room_id = i.room_id AND user_id = i.author_id AND left_at IS NULL LIMIT 1
  ) AS s
),
verdict AS MATERIALIZED (
  SELECT i.*, q.seq AS quoted_seq, q.author_id AS quoted_author_id, ${EXCERPT('q')} AS quoted_excerpt,
    i.calls_everybody AND (r.is_callable OR s.role <> 'member') AS mentions_room,
    w.wait_ms,
    CASE
      WHEN m.fingerprint = i.fingerprint THEN 'repeated'
      WHEN m.id IS NOT NULL THEN 'mismatch'
      WHEN r.id IS NULL THEN 'room-not-found'
      WHEN r.is_busy THEN 'busy'
      WHEN s.author_id IS NULL AND r.visibility = 'private' THEN 'room-not-found'
      WHEN s.author_id IS NULL THEN 'not-a-member'
      WHEN r.archived_at IS NOT NULL THEN 'archived'
      WHEN r.kind = 'direct' AND ${IS_APART_FROM_PEER} THEN 'blocked'
      WHEN r.posting = 'admins' AND s.role = 'member' THEN 'not-allowed'
      WHEN i.quoted_id IS NOT NULL AND q.id IS NULL THEN 'quoted-not-found'
      WHEN w.wait_ms > 0 THEN 'too-soon'
      ELSE 'written'
    END AS outcome
  FROM input AS i
  LEFT JOIN LATERAL (SELECT id, fingerprint FROM messages WHERE id = i.id LIMIT 1) AS m ON true
  LEFT JOIN room AS r ON r.id = i.room_id
  LEFT JOIN member AS s ON s.room_id = i.room_id AND s.author_id = i.author_id
  LEFT JOIN LATERAL (
    SELECT id, room_id, seq, author_id, body, files FROM messages WHERE id = i.quoted_id LIMIT 1
  ) AS q ON q.room_id = i.room_id
  CROSS JOIN LATERAL (
    SELECT CASE WHEN r.slow_mode_seconds > 0 AND s.role = 'member' THEN
      ceil(1000 * (r.slow_mode_seconds + CASE WHEN i.place > s.first_place THEN 0
        ELSE extract(epoch FROM s.last_sent_at - now()) END))::integer
    END AS wait_ms
  ) AS w
),
accepted AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY room_id ORDER BY place) AS n
  FROM verdict WHERE outcome = 'written'
),
numbered AS (
  UPDATE rooms AS r
  SET last_seq = r.last_seq + c.n, last_change = r.last_change + c.n, changed_at = now()
  FROM (SELECT room_id, count(*) AS n FROM accepted GROUP BY room_id) AS c
  WHERE r.id = c.room_id
  RETURNING r.id, r.last_seq - c.n AS seq, r.last_change - c.n AS change
),
message AS (
  INSERT INTO messages (room_id, seq, id, change, author_id, body, reply_to_seq, fingerprint,
    mentions_room, ${withFiles ? 'files, ' : ''}mentions)
  SELECT a.room_id, b.seq + a.n, a.id, b.change + a.n, a.author_id, a.body, a.quoted_seq, a.fingerprint,
    a.mentions_room, ${withFiles ? 'a.files, ' : ''}
    ARRAY(
      SELECT u.id
      FROM unnest($8::bigint[], $9::text[]) AS name(place, username)
      JOIN users AS u ON u.username = name.username
      JOIN memberships AS s ON s.room_id = a.room_id AND s.user_id = u.id AND s.left_at IS NULL
      WHERE name.place = a.place AND NOT ${areApart('a.author_id', 'u.id')} ORDER BY u.id
    )
  FROM accepted AS a JOIN numbered AS b ON b.id = a.room_id
  RETURNING room_id, author_id, id, seq, change, mentions, mentions_room, created_at
),
${withFiles ? ATTACHED : ''}
marked AS (
  UPDATE memberships AS s
  SET last_read_seq = greatest(s.last_read_seq, w.seq),
      last_delivered_seq = greatest(s.last_delivered_seq, w.seq),
      unread_from = NULL,
      last_sent_at = now()
  FROM (
    SELECT room_id, author_id, max(seq) AS seq FROM message GROUP BY room_id, author_id ORDER BY room_id, author_id
  ) AS w
  WHERE s.room_id = w.room_id AND s.user_id = w.author_id
)
SELECT v.place, v.outcome, v.wait_ms AS "waitMs", w.seq, w.change, w.mentions, w.mentions_room AS "mentionsRoom",
  w.created_at AS "createdAt",
  v.quoted_id AS "quotedId", v.quoted_seq AS "quotedSeq",
  v.quoted_author_id AS "quotedAuthorId", v.quoted_excerpt AS "quotedExcerpt"
FROM verdict AS v LEFT JOIN message AS w ON w.id = v.id
ORDER BY v.place`;

interface Statements {
  withFiles: PreparedStatement;
  /** Ordinary messages pay nothing for files. */
  withoutFiles: PreparedStatement;
}

/** Leaves rooms alone in which somebody else is writing. */
export const WRITE_WHAT_IS_FREE: Statements = {
  withFiles: { name: 'messages-write-free-files', text: write('SKIP LOCKED', true) },
  withoutFiles: { name: 'messages-write-free', text: write('SKIP LOCKED', false) },
};

/** Waits until it may write in the rooms ($1), or for the lock timeout. */
export const LOCK_ROOMS = {
  name: 'messages-lock-rooms',
  text: 'SELECT FROM rooms WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
};

/** For rooms that the transaction has locked before. */
export const WRITE_ALL: Statements = {
  withFiles: { name: 'messages-write-all-files', text: write('', true) },
  withoutFiles: { name: 'messages-write-all', text: write('', false) },
};
