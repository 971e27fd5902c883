import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { MemberPage, MembersQuery } from '@parley/contracts';
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

  /** The members of a room that one may see, owners and admins first. */
  async page(roomId: string, actor: Actor, query: MembersQuery): Promise<MemberPage> {
    const { room, role } = await this.roles.find(roomId, actor.userId);
    assertVisible(room, role);
    const search = query.query?.trim() ?? '';
    const scope = `members?room=${roomId}&query=${search}`;
    const { rows, nextCursor } = await readPage(this.cursors, scope, query, {
      read: (limit, after) => {
        const place = after ? { isOrdinary: after[0] === 1, userId: String(after[1]) } : null;
        return this.memberships.page(roomId, search, place, limit);
      },
      keyOf: ({ role, userId }) => [role === 'member' ? 1 : 0, userId],
    });
    const users = await this.users.byIds(rows.map(({ userId }) => userId));
    const items = rows.flatMap((row) => {
      const user = users.get(row.userId);
      return user ? [toMember(row, user)] : [];
    });
    return { items, nextCursor };
  }
}
