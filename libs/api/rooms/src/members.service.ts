import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, DomainError, readPage, Transactions } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import {
  limits,
  type MemberPage,
  type PageQuery,
  type Room,
  type RoomRole,
  type UpdateMembership,
} from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { RoomDoors } from './room-doors.js';
import type { RoomEntity } from './room.entity.js';
import { toMember } from './room.mapper.js';
import {
  assertMayAddMembers,
  assertMayChangeRoles,
  assertMayJoin,
  assertMayLeave,
  assertMayRemove,
  assertReadable,
  assertVisible,
  type RoleOrNone,
} from './room.policy.js';
import { RoomRepository } from './room.repository.js';
import { RoomViews } from './room-views.js';

/** Who is in a room, and as what. */
@Injectable()
export class MembersService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly doors: RoomDoors,
    private readonly views: RoomViews,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly cursors: Cursors,
  ) {}

  /** Of a room that one may see. */
  async page(roomId: string, actor: Actor, query: PageQuery): Promise<MemberPage> {
    const room = await this.rooms.find(roomId);
    assertVisible(room, await this.roleIn(roomId, actor.userId));
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

  /** Comes into a public room. Who finds it empty becomes its owner. Doing it twice changes nothing. */
  async join(roomId: string, actor: Actor): Promise<Room> {
    await this.transactions.run(async () => {
      const { room, role } = await this.lock(roomId, actor.userId);
      assertMayJoin(room, role);
      if (!role) {
        await this.doors.admit(roomId, [actor.userId], room.memberCount === 0 ? 'owner' : 'member');
      }
    });
    await this.doors.opened(roomId, [actor.userId]);
    return this.views.one(actor.userId, await this.rooms.require(roomId));
  }

  async leave(roomId: string, actor: Actor): Promise<void> {
    await this.exit(roomId, actor.userId, async () => {
      const { room, role } = await this.lock(roomId, actor.userId);
      const owners = await this.memberships.countOwners(roomId);
      assertMayLeave(room, role, { owners, members: room?.memberCount ?? 0 });
    });
  }

  async remove(roomId: string, userId: string, actor: Actor): Promise<void> {
    if (userId === actor.userId) {
      return this.leave(roomId, actor);
    }
    await this.exit(roomId, userId, async () => {
      const { room, role } = await this.lock(roomId, actor.userId);
      assertReadable(room, role);
      const target = await this.requireRole(roomId, userId);
      assertMayRemove(room, role, target);
    });
  }

  /** Who is in already stays as they are. */
  async add(roomId: string, userIds: readonly string[], actor: Actor): Promise<void> {
    const newcomers = await this.transactions.run(async () => {
      const { room, role } = await this.lock(roomId, actor.userId);
      assertMayAddMembers(room, role);
      await this.users.requireAll(userIds);
      const present = await this.memberships.findAll(roomId, userIds);
      const absent = userIds.filter((id) => !present.some(({ userId }) => userId === id));
      if (room.kind === 'group' && room.memberCount + absent.length > limits.room.groupMembers) {
        const detail = `a group has at most ${limits.room.groupMembers} members`;
        throw new DomainError('request.invalid', { errors: [{ pointer: '/userIds', detail }] });
      }
      await this.doors.admit(roomId, absent);
      return absent;
    });
    await this.doors.opened(roomId, newcomers);
  }

  async changeRole(roomId: string, userId: string, role: RoomRole, actor: Actor): Promise<void> {
    await this.transactions.run(async () => {
      const { room, role: own } = await this.lock(roomId, actor.userId);
      assertMayChangeRoles(room, own);
      const current = await this.requireRole(roomId, userId);
      const owners = await this.memberships.countOwners(roomId);
      if (current === 'owner' && role !== 'owner' && owners === 1) {
        throw new DomainError('room.last-owner');
      }
      if (role !== current) {
        const { lastChange } = await this.rooms.takeChanges(roomId);
        await this.memberships.changeRole(roomId, userId, role, lastChange);
        await this.doors.announce(roomId, [userId]);
      }
    });
  }

  /** What one has chosen for a room: nobody else sees it, so it is no change of the room. */
  async update(roomId: string, changes: UpdateMembership, actor: Actor): Promise<Room> {
    const room = await this.rooms.find(roomId);
    assertReadable(room, await this.roleIn(roomId, actor.userId));
    const { mutedUntil, ...others } = changes;
    const until = mutedUntil && new Date(mutedUntil);
    await this.memberships.update(roomId, actor.userId, {
      ...others,
      ...(until !== undefined && { mutedUntil: until || null }),
    });
    return this.views.one(actor.userId, room);
  }

  private async exit(roomId: string, userId: string, assertAllowed: () => Promise<void>): Promise<void> {
    try {
      await this.transactions.run(async () => {
        await assertAllowed();
        await this.doors.dismiss(roomId, userId);
      });
    } catch (error) {
      // The sockets may have left before a commit that did not happen.
      if (await this.roleIn(roomId, userId)) {
        await this.doors.opened(roomId, [userId]);
      }
      throw error;
    }
    await this.doors.closed(roomId, userId);
  }

  /** What is decided next holds until the commit: who may, is read under the lock of the room. */
  private async lock(roomId: string, userId: string): Promise<{ room: RoomEntity | null; role: RoleOrNone }> {
    const room = await this.rooms.lock(roomId);
    return { room, role: await this.roleIn(roomId, userId) };
  }

  private async roleIn(roomId: string, userId: string): Promise<RoleOrNone> {
    return (await this.memberships.find(roomId, userId))?.role ?? null;
  }

  /** @throws DomainError `user.not-found` for who is not in the room */
  private async requireRole(roomId: string, userId: string): Promise<RoomRole> {
    const role = await this.roleIn(roomId, userId);
    if (!role) {
      throw new DomainError('user.not-found');
    }
    return role;
  }
}
