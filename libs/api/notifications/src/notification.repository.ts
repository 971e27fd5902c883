import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { NotificationEntity } from './notification.entity.js';
import type { NotificationRow } from './notification.mapper.js';

/** What somebody is to be told. */
export type NewNotification = Pick<NotificationEntity, 'userId' | 'kind' | 'dedupeKey'> &
  Partial<
    Pick<NotificationEntity, 'actorId' | 'roomId' | 'messageId' | 'seq' | 'postId' | 'commentId' | 'text'>
  >;

/** A notification that was made just now. */
export type MadeNotification = Pick<NotificationEntity, 'id' | 'userId'>;

/** The place of a notification in the list of its person. */
export interface ListPlace {
  createdAt: string;
  id: string;
}

const MOST_COUNTED = 999;
/** Rows of one statement. */
const AT_ONCE = 1_000;

/** Nobody is told of what somebody does who does not want to see them, or the other way round. */
const isNoFoe = (row: string) =>
  `NOT EXISTS (SELECT FROM blocks AS b WHERE
    (b.blocker_id, b.blocked_id) IN ((${row}.user_id, ${row}.actor_id), (${row}.actor_id, ${row}.user_id)))`;

/** What is not to be seen: of something that was deleted there is nothing left to tell. */
const IS_THERE = `m.deleted_at IS NULL AND c.deleted_at IS NULL AND p.deleted_at IS NULL AND ${isNoFoe('n')}`;
const SUBJECTS = `
  LEFT JOIN messages AS m ON m.id = n.message_id
  LEFT JOIN posts AS p ON p.id = n.post_id
  LEFT JOIN comments AS c ON c.id = n.comment_id`;
const SELECT = `
  SELECT n.id, n.user_id AS "userId", n.kind, n.actor_id AS "actorId", n.room_id AS "roomId",
    r.name AS "roomName", n.message_id AS "messageId", n.seq, n.post_id AS "postId",
    n.comment_id AS "commentId", n.created_at AS "createdAt", n.read_at AS "readAt",
    coalesce(nullif(n.text, ''), left(coalesce(nullif(m.body, ''), m.files -> 0 ->> 'name', c.body, p.body, ''), ${limits.message.excerpt})) AS text
  FROM notifications AS n LEFT JOIN rooms AS r ON r.id = n.room_id ${SUBJECTS}`;

@Injectable()
export class NotificationRepository {
  constructor(private readonly transactions: Transactions) {}

  /** What somebody was told for the same reason is not told again. @returns those that are new */
  async insert(rows: readonly NewNotification[]): Promise<MadeNotification[]> {
    const made: MadeNotification[] = [];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      made.push(...(await this.insertSome(rows.slice(from, from + AT_ONCE))));
    }
    return made;
  }

  /** The newest first. */
  page(userId: string, after: ListPlace | null, limit: number): Promise<NotificationRow[]> {
    return this.transactions.manager.query(
      `${SELECT} WHERE n.user_id = $1 AND (n.created_at, n.id) < ($2, $3) AND ${IS_THERE}
       ORDER BY n.created_at DESC, n.id DESC LIMIT $4`,
      [userId, after?.createdAt ?? 'infinity', after?.id ?? LAST_ID, limit],
    );
  }

  byIds(ids: readonly string[]): Promise<NotificationRow[]> {
    return this.transactions.manager.query(`${SELECT} WHERE n.id = ANY($1) AND ${IS_THERE} ORDER BY n.id`, [
      ids,
    ]);
  }

  /** How many each of these people has not read; who has none is absent. At most 999. */
  async unreadCounts(userIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.transactions.manager.query<{ userId: string; count: number }[]>(
      `SELECT u.id AS "userId", unread.count
       FROM unnest($1::uuid[]) AS u(id)
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS count FROM (
           SELECT FROM notifications AS n ${SUBJECTS}
           WHERE n.user_id = u.id AND n.read_at IS NULL AND ${IS_THERE} LIMIT ${MOST_COUNTED}
         ) AS n
       ) AS unread WHERE unread.count > 0`,
      [userIds],
    );
    return new Map(rows.map(({ userId, count }) => [userId, count]));
  }

  /** @returns how many of these are the person's own */
  async countOwn(userId: string, ids: readonly string[]): Promise<number> {
    const [row] = await this.transactions.manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM notifications WHERE user_id = $1 AND id = ANY($2)`,
      [userId, ids],
    );
    return row?.count ?? 0;
  }

  /** @returns whether anything was unread */
  async markRead(userId: string, ids?: readonly string[]): Promise<boolean> {
    const [rows] = await this.transactions.manager.query<[unknown[], number]>(
      `UPDATE notifications SET read_at = now()
       WHERE user_id = $1 AND read_at IS NULL AND ($2::uuid[] IS NULL OR id = ANY($2)) RETURNING id`,
      [userId, ids ?? null],
    );
    return rows.length > 0;
  }

  /** What happened up to a place in a room, for people who have read that far. @returns who had anything unread */
  markReadUpTo(places: readonly { userId: string; roomId: string; seq: number }[]): Promise<string[]> {
    return this.usersOf(
      `UPDATE notifications AS n SET read_at = now()
       FROM unnest($1::uuid[], $2::uuid[], $3::bigint[]) AS t(user_id, room_id, seq)
       WHERE n.user_id = t.user_id AND n.room_id = t.room_id AND n.read_at IS NULL
         AND (n.seq <= t.seq OR n.seq IS NULL) RETURNING n.user_id AS "userId"`,
      [places.map(({ userId }) => userId), places.map(({ roomId }) => roomId), places.map(({ seq }) => seq)],
    );
  }

  /** As above, by the markers as they are stored: for what was missed when a server was killed. */
  markSeen(userId: string): Promise<string[]> {
    return this.usersOf(
      `UPDATE notifications AS n SET read_at = now() FROM memberships AS s
       WHERE n.user_id = $1 AND n.read_at IS NULL AND s.user_id = n.user_id AND s.room_id = n.room_id
         AND n.kind <> 'reaction' AND n.seq <= least(s.last_read_seq, s.unread_from - 1)
       RETURNING n.user_id AS "userId"`,
      [userId],
    );
  }

  /** What happened at a post, for somebody who looks at it. */
  markPostRead(userId: string, postId: string): Promise<string[]> {
    return this.usersOf(
      `UPDATE notifications SET read_at = now() WHERE user_id = $1 AND post_id = $2 AND read_at IS NULL
       RETURNING user_id AS "userId"`,
      [userId, postId],
    );
  }

  /** Of messages that were deleted. @returns who had one of these */
  removeOfMessages(roomId: string, seqs: readonly number[]): Promise<string[]> {
    return this.usersOf(
      `DELETE FROM notifications WHERE room_id = $1 AND seq = ANY($2::bigint[]) RETURNING user_id AS "userId"`,
      [roomId, seqs],
    );
  }

  /** @param days after which nobody looks for one any more */
  async removeOlderThan(days: number): Promise<void> {
    await this.transactions.manager.query(
      `DELETE FROM notifications WHERE created_at < now() - $1 * interval '1 day'`,
      [days],
    );
  }

  private async insertSome(rows: readonly NewNotification[]): Promise<MadeNotification[]> {
    const column = <Value>(read: (row: NewNotification) => Value) => rows.map(read);
    return this.transactions.manager.query(
      `INSERT INTO notifications
         (id, user_id, kind, actor_id, room_id, message_id, seq, post_id, comment_id, text, dedupe_key)
       SELECT t.* FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[], $7::bigint[],
         $8::uuid[], $9::uuid[], $10::text[], $11::text[])
         AS t(id, user_id, kind, actor_id, room_id, message_id, seq, post_id, comment_id, text, dedupe_key)
       WHERE ${isNoFoe('t')}
       ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, user_id AS "userId"`,
      [
        column(() => uuidv7()),
        column(({ userId }) => userId),
        column(({ kind }) => kind),
        column(({ actorId }) => actorId ?? null),
        column(({ roomId }) => roomId ?? null),
        column(({ messageId }) => messageId ?? null),
        column(({ seq }) => seq ?? null),
        column(({ postId }) => postId ?? null),
        column(({ commentId }) => commentId ?? null),
        column(({ text }) => text ?? ''),
        column(({ dedupeKey }) => dedupeKey),
      ],
    );
  }

  private async usersOf(statement: string, values: readonly unknown[]): Promise<string[]> {
    const [rows] = await this.transactions.manager.query<[{ userId: string }[], number]>(statement, [
      ...values,
    ]);
    return [...new Set(rows.map(({ userId }) => userId))];
  }
}

/** Behind every id. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
