import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { Room, UpdateMembership } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { RoomDoors } from './room-doors.js';
import { SettingsChosen } from './room.events.js';
import { assertMayJoin, assertMayLeave, assertReadable } from './room.policy.js';
import { RoomRoles } from './room-roles.js';
import { RoomViews } from './room-views.js';

/** What people do about their own place in a room. */
@Injectable()
export class OwnPlaceService {
  constructor(
    private readonly memberships: MembershipRepository,
    private readonly roles: RoomRoles,
    private readonly doors: RoomDoors,
    private readonly views: RoomViews,
    private readonly transactions: Transactions,
  ) {}

  /** Comes into a public room. Who finds it empty becomes its owner. Doing it twice changes nothing. */
  async join(roomId: string, { userId }: Actor): Promise<Room> {
    await this.doors.open(roomId, [userId], async () => {
      const { room, role } = await this.roles.lock(roomId, userId);
      assertMayJoin(room, role);
      if (!role) {
        await this.doors.admit(roomId, [userId], room.memberCount === 0 ? 'owner' : 'member');
        await this.doors.note(roomId, userId, { kind: 'joined' });
      }
      return [userId];
    });
    return this.views.byId(userId, roomId);
  }

  /** @throws DomainError `room.last-owner` when somebody stays behind without an owner */
  leave(roomId: string, { userId }: Actor): Promise<void> {
    const assertAllowed = async () => {
      const { room, role } = await this.roles.lock(roomId, userId);
      const owners = await this.memberships.countOwners(roomId);
      assertMayLeave(room, role, { owners, members: room?.memberCount ?? 0 });
    };
    return this.doors.dismiss(roomId, userId, { by: userId, assertAllowed });
  }

  /** What one has chosen for a room: only one's other devices hear of it, so it is no change of the room. */
  async update(roomId: string, changes: UpdateMembership, { userId }: Actor): Promise<Room> {
    const { room, role } = await this.roles.find(roomId, userId);
    assertReadable(room, role);
    const { mutedUntil, ...others } = changes;
    const muted = mutedUntil === undefined ? {} : { mutedUntil: mutedUntil ? new Date(mutedUntil) : null };
    return this.transactions.run(async () => {
      await this.memberships.update(roomId, userId, { ...others, ...muted });
      const view = await this.views.one(userId, room);
      if (view.me) {
        const { notify, mutedUntil: until, favourite } = view.me;
        const settings = { roomId, notify, mutedUntil: until, favourite };
        this.transactions.publish(new SettingsChosen(userId, settings));
      }
      return view;
    });
  }
}
