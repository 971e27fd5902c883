import { Injectable } from '@nestjs/common';
import { type CursorKey, Transactions } from '@parley/api-core';
import type { FileRecord } from '@parley/api-files';
import type { FileKind } from '@parley/contracts';

/** A file of a room, and the message it is in. */
export interface RoomFileRow {
  file: FileRecord;
  messageId: string;
  seq: number;
  place: number;
  authorId: string;
  createdAt: Date;
}

interface Wishes {
  kind: FileKind | undefined;
  limit: number;
  /** Number of the message, and place of the file in it. */
  after: CursorKey | undefined;
}

@Injectable()
export class RoomFileRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of the newest message first, in the order in which it shows them backwards. */
  newest(roomId: string, { kind, limit, after }: Wishes): Promise<RoomFileRow[]> {
    const values: unknown[] = [roomId, limit];
    const ofKind = kind === undefined ? '' : `AND f.kind = $${values.push(kind)}`;
    const isAfter =
      after === undefined
        ? ''
        : `AND (f.seq, f.place) < ($${values.push(after[0])}, $${values.push(after[1])})`;
    return this.transactions.manager.query(
      `SELECT m.files -> (f.place - 1) AS file, m.id AS "messageId", f.seq, f.place,
         m.author_id AS "authorId", m.created_at AS "createdAt"
       FROM message_files AS f
       CROSS JOIN LATERAL (
         SELECT id, files, author_id, created_at FROM messages WHERE room_id = f.room_id AND seq = f.seq LIMIT 1
       ) AS m
       WHERE f.room_id = $1 ${ofKind} ${isAfter}
       ORDER BY f.seq DESC, f.place DESC LIMIT $2`,
      values,
    );
  }
}
