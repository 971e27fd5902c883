import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { MemberPage, PageQuery } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { toMember } from './room.mapper.js';
import { assertVisible } from './room.policy.js';
import { RoomRoles } from './room-roles.js';

@Injectable()
export class MemberPagesService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly roles: RoomRoles,
    private readonly users: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** The members of a room that one may see. */
  async page(roomId: string, actor: Actor, query: PageQuery): Promise<MemberPage> {
    const { room, role } = await this.roles.find(roomId, actor.userId);
    assertVisible(room, role);
    const { rows, nextCursor } = await readPage(this.cursors, `members?room=${roomId}`, query, {
      read: (limit, after) => this.memberships.page(roomId, after ? String(after[0]) : null, limit),
      keyOf: ({ userId }) => [userId],
    });
    const users = await this.users.byIds(rows.map(({ userId }) => userId));
    const items = rows.flatMap((row) => {
      const user = users.get(row.userId);
      return user ? [toMember(row, user)] : [];
    });
    return { items, nextCursor };
  }
}
