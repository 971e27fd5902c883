import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { OrphanedRoom } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { RoomDoors } from './room-doors.js';
import { RoomExited } from './room.events.js';
import { RoomRepository } from './room.repository.js';

/** How somebody goes out of all rooms whose account is gone. */
@Injectable()
export class Departures {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly doors: RoomDoors,
    private readonly transactions: Transactions,
  ) {}

  /** Rooms with others in them of which nobody else is an owner. */
  orphanedBy(userId: string): Promise<OrphanedRoom[]> {
    return this.memberships.ownedAlone(userId);
  }

  /** All rooms that somebody is in or was ever in. */
  everEntered(userId: string): Promise<string[]> {
    return this.memberships.everEntered(userId);
  }

  /**
   * Chats of two stay, for the other one. A room with nobody else in it goes, and one that would have no owner
   * falls to who has been there for the longest. Doing it twice changes nothing.
   */
  async leave(roomId: string, userId: string): Promise<void> {
    const room = await this.rooms.find(roomId);
    const place = room && (await this.memberships.find(roomId, userId));
    if (!place || room.kind === 'direct') {
      return;
    }
    if (room.memberCount === 1) {
      await this.remove(roomId);
      return;
    }
    const assertAllowed = async () => {
      await this.rooms.lock(roomId);
      const isLastOwner = place.role === 'owner' && (await this.memberships.countOwners(roomId)) === 1;
      const [heir] = isLastOwner ? await this.memberships.peersIn([roomId], userId, 1) : [];
      if (heir && room.kind === 'channel') {
        await this.doors.changeRole(roomId, heir.userId, 'owner');
      }
    };
    await this.doors.dismiss(roomId, userId, { by: userId, assertAllowed });
  }

  private async remove(roomId: string): Promise<void> {
    await this.transactions.runInTurn(roomId, async () => {
      const userIds = await this.rooms.delete(roomId);
      this.transactions.publish(new RoomExited(userIds, roomId));
    });
    await this.doors.close(roomId);
  }
}
