import { Injectable } from '@nestjs/common';
import type { RoomRole } from '@parley/contracts';
import { DomainError } from '@parley/api-core';
import { Blocks } from '@parley/api-users';
import { MembershipRepository } from './membership.repository.js';
import type { RoomEntity } from './room.entity.js';
import type { RoleOrNone } from './room.policy.js';
import { RoomRepository } from './room.repository.js';

/** A room, and what somebody is in it: what policies decide about. */
export interface RoomAndRole {
  room: RoomEntity | null;
  role: RoleOrNone;
}

@Injectable()
export class RoomRoles {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly blocks: Blocks,
  ) {}

  async find(roomId: string, userId: string): Promise<RoomAndRole> {
    const room = await this.rooms.find(roomId);
    return { room, role: await this.roleIn(roomId, userId) };
  }

  /** As above, and it stays true until the transaction ends: roles change under the lock of the room alone. */
  async lock(roomId: string, userId: string): Promise<RoomAndRole> {
    const room = await this.rooms.lock(roomId);
    return { room, role: await this.roleIn(roomId, userId) };
  }

  /** @throws DomainError `user.not-found` for who is not in the room */
  async require(roomId: string, userId: string): Promise<RoomRole> {
    const role = await this.roleIn(roomId, userId);
    if (!role) {
      throw new DomainError('user.not-found');
    }
    return role;
  }

  /** Of a direct chat: whether one of the two has blocked the other. */
  async isApartFromPeer(roomId: string, userId: string): Promise<boolean> {
    const [peer] = await this.memberships.peersIn([roomId], userId, 1);
    return peer !== undefined && (await this.blocks.areApart(userId, peer.userId));
  }

  /** @throws DomainError `user.blocked` for who would bring somebody along whom they cannot reach */
  assertMayBring(userId: string, others: readonly string[]): Promise<void> {
    return this.blocks.assertNoneBetween(userId, others);
  }

  private async roleIn(roomId: string, userId: string): Promise<RoleOrNone> {
    return (await this.memberships.find(roomId, userId))?.role ?? null;
  }
}
