import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { limits, type RoomRole } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { OwnPlaceService } from './own-place.service.js';
import { RoomDoors } from './room-doors.js';
import type { RoomEntity } from './room.entity.js';
import { assertMayAddMembers, assertMayChangeRoles, assertMayRemove, assertReadable } from './room.policy.js';
import { RoomRoles } from './room-roles.js';

/** What people do about the places of others in a room. */
@Injectable()
export class MembersService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly roles: RoomRoles,
    private readonly doors: RoomDoors,
    private readonly ownPlaces: OwnPlaceService,
    private readonly transactions: Transactions,
  ) {}

  /** Who is in already stays as they are. */
  async add(roomId: string, userIds: readonly string[], actor: Actor): Promise<void> {
    await this.doors.open(roomId, userIds, async () => {
      const { room, role } = await this.roles.lock(roomId, actor.userId);
      assertMayAddMembers(room, role);
      const present = await this.memberships.findAll(roomId, userIds);
      const absent = userIds.filter((id) => !present.some(({ userId }) => userId === id));
      assertFits(room, absent.length);
      await this.roles.assertMayBring(actor.userId, absent);
      await this.doors.admit(roomId, absent);
      if (absent.length > 0) {
        await this.doors.note(roomId, actor.userId, { kind: 'added', userIds: absent });
        await this.doors.tellAdded(roomId, absent, actor.userId);
      }
      return absent;
    });
  }

  /** To remove oneself is to leave. */
  remove(roomId: string, userId: string, actor: Actor): Promise<void> {
    if (userId === actor.userId) {
      return this.ownPlaces.leave(roomId, actor);
    }
    const assertAllowed = async () => {
      const { room, role } = await this.roles.lock(roomId, actor.userId);
      assertReadable(room, role);
      assertMayRemove(room, role, await this.roles.require(roomId, userId));
    };
    return this.doors.dismiss(roomId, userId, { by: actor.userId, assertAllowed });
  }

  /** @throws DomainError `room.last-owner` when nobody else owns the room */
  async changeRole(roomId: string, userId: string, role: RoomRole, actor: Actor): Promise<void> {
    await this.transactions.runInTurn(roomId, async () => {
      const { room, role: own } = await this.roles.lock(roomId, actor.userId);
      assertMayChangeRoles(room, own);
      const current = await this.roles.require(roomId, userId);
      if (current === 'owner' && role !== 'owner' && (await this.memberships.countOwners(roomId)) === 1) {
        throw new DomainError('room.last-owner');
      }
      if (role !== current) {
        await this.doors.changeRole(roomId, userId, role);
        await this.doors.note(roomId, actor.userId, { kind: 'role-changed', userIds: [userId], role });
      }
    });
  }
}

function assertFits({ kind, memberCount }: RoomEntity, newcomers: number): void {
  if (kind === 'group' && memberCount + newcomers > limits.room.groupMembers) {
    const detail = `a group has at most ${limits.room.groupMembers} members`;
    throw new DomainError('request.invalid', { errors: [{ pointer: '/userIds', detail }] });
  }
}
