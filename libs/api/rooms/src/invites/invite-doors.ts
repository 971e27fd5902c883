import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, type Invitations } from '@parley/api-core';
import type { Room } from '@parley/contracts';
import { RoomDoors } from '../room-doors.js';
import type { RoomEntity } from '../room.entity.js';
import type { RoleOrNone } from '../room.policy.js';
import { RoomRoles } from '../room-roles.js';
import { RoomViews } from '../room-views.js';
import type { InviteEntity } from './invite.entity.js';
import { assertHasSeat, assertUsable } from './invite.policy.js';
import { InviteRepository } from './invite.repository.js';

/** How people come into a room by a link. Seats are counted under the lock of the room, so none is given twice. */
@Injectable()
export class InviteDoors implements Invitations {
  constructor(
    private readonly invites: InviteRepository,
    private readonly roles: RoomRoles,
    private readonly doors: RoomDoors,
    private readonly views: RoomViews,
  ) {}

  /** Who is in already takes no seat. @throws DomainError `invite.gone`, `room.archived`, `room.full` */
  async accept(token: string, { userId }: Actor): Promise<Room> {
    const { roomId } = await this.require(token);
    await this.doors.open(roomId, [userId], async () => {
      await this.enter(token, userId, await this.roles.lock(roomId, userId));
      return [userId];
    });
    return this.views.byId(userId, roomId);
  }

  /** @throws DomainError `invite.gone`, `room.archived`, `room.full` */
  async redeem(token: string, userId: string): Promise<void> {
    const { roomId } = await this.require(token);
    await this.enter(token, userId, await this.roles.lock(roomId, userId));
  }

  private async enter(
    token: string,
    userId: string,
    { room, role }: { room: RoomEntity | null; role: RoleOrNone },
  ): Promise<void> {
    if (role) {
      return;
    }
    // Once more, under the lock: somebody else may have had the last seat, or taken the link back.
    await this.require(token);
    if (!room) {
      throw new DomainError('invite.gone');
    }
    assertHasSeat(room);
    await this.invites.use(token);
    // A room that everybody has left begins anew, with whoever comes first.
    await this.doors.admit(room.id, [userId], room.memberCount === 0 ? 'owner' : 'member');
    await this.doors.note(room.id, userId, { kind: 'joined-by-invite' });
  }

  private async require(token: string): Promise<InviteEntity> {
    const invite = await this.invites.find(token);
    assertUsable(invite);
    return invite;
  }
}
