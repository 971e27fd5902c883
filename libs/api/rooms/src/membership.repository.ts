import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { UserEntity } from '@parley/api-users';
import type { RoomRole } from '@parley/contracts';
import { In, IsNull, MoreThan, type Repository } from 'typeorm';
import { MembershipEntity } from './room.entity.js';

export type MembershipUpdate = Partial<Pick<MembershipEntity, 'notify' | 'mutedUntil' | 'favourite'>>;

/** The place of a member in the list of them. */
export interface RosterPlace {
  isOrdinary: boolean;
  userId: string;
}

/** The expression of the index `memberships_roster`. */
const IS_ORDINARY = `(member.role = 'member')`;

@Injectable()
export class MembershipRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Of somebody who is in the room now. */
  find(roomId: string, userId: string): Promise<MembershipEntity | null> {
    return this.table.findOneBy({ roomId, userId, leftAt: IsNull() });
  }

  findAll(roomId: string, userIds: readonly string[]): Promise<MembershipEntity[]> {
    return this.table.findBy({ roomId, userId: In([...userIds]), leftAt: IsNull() });
  }

  /** Of people who are in the room or were in it, ascending by `change`. */
  versions(roomId: string, userIds: readonly string[]): Promise<MembershipEntity[]> {
    return this.table.find({ where: { roomId, userId: In([...userIds]) }, order: { change: 'ASC' } });
  }

  /** A person's own places in those of these rooms that they are in. */
  in(userId: string, roomIds: readonly string[]): Promise<MembershipEntity[]> {
    return this.table.findBy({ userId, roomId: In([...roomIds]), leftAt: IsNull() });
  }

  /** All rooms of a person. */
  ofUser(userId: string, limit: number): Promise<MembershipEntity[]> {
    return this.table.find({ where: { userId, leftAt: IsNull() }, take: limit });
  }

  async roomIdsOf(userId: string): Promise<string[]> {
    const rows = await this.table.find({ select: { roomId: true }, where: { userId, leftAt: IsNull() } });
    return rows.map(({ roomId }) => roomId);
  }

  /** Rooms with others in them of which nobody else is an owner. */
  ownedAlone(userId: string): Promise<{ id: string; name: string; memberCount: number }[]> {
    return this.transactions.manager.query(
      `SELECT r.id, r.name, r.member_count AS "memberCount"
       FROM memberships AS own JOIN rooms AS r ON r.id = own.room_id
       WHERE own.user_id = $1 AND own.left_at IS NULL AND own.role = 'owner'
         AND r.kind = 'channel' AND r.member_count > 1
         AND NOT EXISTS (
           SELECT FROM memberships AS other
           WHERE other.room_id = r.id AND other.user_id <> $1 AND other.left_at IS NULL AND other.role = 'owner'
         )
       ORDER BY lower(r.name), r.id`,
      [userId],
    );
  }

  /** Also rooms that the person has left. */
  async everEntered(userId: string): Promise<string[]> {
    const rows = await this.table.find({ select: { roomId: true }, where: { userId } });
    return rows.map(({ roomId }) => roomId);
  }

  countOwners(roomId: string): Promise<number> {
    return this.table.countBy({ roomId, role: 'owner', leftAt: IsNull() });
  }

  /** Who looks after the room comes first; `query` is a part of the user name or of the display name. */
  page(roomId: string, query: string, after: RosterPlace | null, limit: number): Promise<MembershipEntity[]> {
    const members = this.table
      .createQueryBuilder('member')
      .where('member.roomId = :roomId AND member.leftAt IS NULL', { roomId })
      .orderBy(IS_ORDINARY)
      .addOrderBy('member.userId')
      .limit(limit);
    if (query) {
      const pattern = `%${query.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
      members.innerJoin(UserEntity, 'person', 'person.id = member.userId');
      members.andWhere(`(person.username || ' ' || lower(person.displayName)) LIKE :pattern`, { pattern });
    }
    if (after) {
      members.andWhere(`(${IS_ORDINARY}, member.userId) > (:isOrdinary, :userId)`, { ...after });
    }
    return members.getMany();
  }

  /** Who came, went or has another role after a change, ascending by `change`; who left has a `leftAt`. */
  changedAfter(roomId: string, change: number, limit: number): Promise<MembershipEntity[]> {
    const where = { roomId, change: MoreThan(change) };
    return this.table.find({ where, order: { change: 'ASC' }, take: limit });
  }

  /** At most `limit` others in each of these rooms, the longest there first. */
  async peersIn(
    roomIds: readonly string[],
    userId: string,
    limit: number,
  ): Promise<{ roomId: string; userId: string }[]> {
    return this.transactions.manager.query(
      `SELECT room.id AS "roomId", peer.user_id AS "userId"
       FROM unnest($1::uuid[]) AS room(id)
       CROSS JOIN LATERAL (
         SELECT user_id FROM memberships
         WHERE room_id = room.id AND user_id <> $2 AND left_at IS NULL
         ORDER BY joined_at, user_id LIMIT $3
       ) AS peer`,
      [roomIds, userId, limit],
    );
  }

  /**
   * Lets people in who are not, each with the next number up to `lastChange`. What was written before does
   * not count as unread. Belongs into the transaction that took the numbers.
   */
  async enter(roomId: string, userIds: readonly string[], role: RoomRole, lastChange: number): Promise<void> {
    await this.transactions.manager.query(
      `INSERT INTO memberships (room_id, user_id, role, change, last_read_seq, last_delivered_seq)
       SELECT $1, person.id, $3, $4 - cardinality($2::uuid[]) + person.place, room.last_seq, room.last_seq
       FROM unnest($2::uuid[]) WITH ORDINALITY AS person(id, place), rooms AS room WHERE room.id = $1
       ON CONFLICT (room_id, user_id) DO UPDATE SET
         role = excluded.role, change = excluded.change, joined_at = now(), left_at = NULL,
         last_read_seq = excluded.last_read_seq, last_delivered_seq = excluded.last_delivered_seq,
         unread_from = NULL`,
      [roomId, userIds, role, lastChange],
    );
    await this.settlePeople(roomId);
  }

  /** Their links into the room go with them, so that nobody who was put out comes back by one of their own. */
  async leave(roomId: string, userId: string, change: number): Promise<void> {
    await this.transactions.manager.query(`DELETE FROM invites WHERE room_id = $1 AND created_by = $2`, [
      roomId,
      userId,
    ]);
    await this.table.update({ roomId, userId }, { leftAt: () => 'now()', change, role: 'member' });
    await this.settlePeople(roomId);
  }

  async changeRole(roomId: string, userId: string, role: RoomRole, change: number): Promise<void> {
    await this.table.update({ roomId, userId }, { role, change });
  }

  async update(roomId: string, userId: string, update: MembershipUpdate): Promise<void> {
    // TypeORM makes no statement out of nothing.
    if (Object.keys(update).length > 0) {
      await this.table.update({ roomId, userId, leftAt: IsNull() }, update);
    }
  }

  /**
   * Marks messages as unread, at least the newest one.
   * @returns the first of them, or null where there is none
   */
  async markUnread(roomId: string, userId: string, seq: number): Promise<number | null> {
    const [rows] = await this.transactions.manager.query<[{ seq: number | null }[], number]>(
      `UPDATE memberships AS m SET unread_from = CASE WHEN r.last_seq > 0 THEN least($3, r.last_seq) END
       FROM rooms AS r
       WHERE m.room_id = $1 AND m.user_id = $2 AND m.left_at IS NULL AND r.id = m.room_id
       RETURNING m.unread_from AS seq`,
      [roomId, userId, seq],
    );
    return rows[0]?.seq ?? null;
  }

  /** After somebody came or went: a group with other people is not found by those of before. */
  private async settlePeople(roomId: string): Promise<void> {
    await this.transactions.manager.query(
      `UPDATE rooms SET
         member_count = (SELECT count(*) FROM memberships WHERE room_id = $1 AND left_at IS NULL),
         direct_key = CASE WHEN member_count = 0 OR kind <> 'group' THEN direct_key END
       WHERE id = $1`,
      [roomId],
    );
  }

  private get table(): Repository<MembershipEntity> {
    return this.transactions.repository(MembershipEntity);
  }
}
