import type { FileRecord } from '@parley/api-files';
import { limits, type Reaction, type SystemNote } from '@parley/contracts';

/** A message as it is read: its row, and what it quotes of the message it answers. */
export interface MessageRow {
  roomId: string;
  seq: number;
  id: string;
  change: number;
  kind: 'text' | 'system' | 'encrypted';
  authorId: string;
  body: string;
  system: SystemNote | null;
  mentions: string[];
  mentionsRoom: boolean;
  reactions: Reaction[] | null;
  files: FileRecord[] | null;
  pinnedAt: Date | null;
  fingerprint: string;
  createdAt: Date;
  editedAt: Date | null;
  deletedAt: Date | null;
  quotedId: string | null;
  quotedSeq: number | null;
  quotedAuthorId: string | null;
  quotedExcerpt: string | null;
}

/** The beginning of a message, as an answer quotes it; of one without words, what its first file is called. */
export const EXCERPT = (alias: string) =>
  `left(coalesce(nullif(${alias}.body, ''), ${alias}.files -> 0 ->> 'name', ''), ${limits.message.excerpt})`;

/**
 * Selects `MessageRow`s; what follows it speaks of the messages as `m`.
 *
 * `LATERAL … LIMIT 1` makes PostgreSQL look each quotation up. A plain join becomes a hash join in a plan that
 * was made while the table was small, and such a plan is kept while the table grows.
 */
export const SELECT_MESSAGES = `
  SELECT m.room_id AS "roomId", m.seq, m.id, m.change, m.kind, m.author_id AS "authorId", m.body,
    m.system, m.mentions, m.mentions_room AS "mentionsRoom", m.reactions, m.files, m.pinned_at AS "pinnedAt",
    m.fingerprint, m.created_at AS "createdAt", m.edited_at AS "editedAt", m.deleted_at AS "deletedAt",
    q.id AS "quotedId", q.seq AS "quotedSeq", q.author_id AS "quotedAuthorId",
    ${EXCERPT('q')} AS "quotedExcerpt"
  FROM messages AS m
  LEFT JOIN LATERAL (
    SELECT id, seq, author_id, body, files FROM messages WHERE room_id = m.room_id AND seq = m.reply_to_seq LIMIT 1
  ) AS q ON true`;
