import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { RoomRole } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { MembershipChanged, RoomEntered, RoomExited } from './room.events.js';
import { toMemberChanged } from './room.mapper.js';
import { RoomRepository } from './room.repository.js';

/** The places of people in a room: the rows, the numbers, and who is told. All of it belongs into a transaction. */
@Injectable()
export class RoomPlaces {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
  ) {}

  /** For people who have none. @throws DomainError `user.not-found` */
  async give(roomId: string, userIds: readonly string[], role: RoomRole): Promise<void> {
    await this.users.requireAll(userIds);
    const { lastChange } = await this.rooms.takeChanges(roomId, userIds.length);
    await this.memberships.enter(roomId, userIds, role, lastChange);
    await this.announce(roomId, userIds);
    this.transactions.publish(new RoomEntered(userIds, roomId));
  }

  async change(roomId: string, userId: string, role: RoomRole): Promise<void> {
    const { lastChange } = await this.rooms.takeChanges(roomId);
    await this.memberships.changeRole(roomId, userId, role, lastChange);
    await this.announce(roomId, [userId]);
  }

  async take(roomId: string, userId: string): Promise<void> {
    const { lastChange } = await this.rooms.takeChanges(roomId);
    await this.memberships.leave(roomId, userId, lastChange);
    await this.announce(roomId, [userId]);
    this.transactions.publish(new RoomExited([userId], roomId));
  }

  /** Tells the room of the latest versions of these memberships. */
  private async announce(roomId: string, userIds: readonly string[]): Promise<void> {
    const { memberCount } = await this.rooms.require(roomId);
    const rows = await this.memberships.versions(roomId, userIds);
    const users = await this.users.byIds(userIds);
    for (const row of rows) {
      const changed = toMemberChanged(row, users.get(row.userId), memberCount);
      this.transactions.publish(new MembershipChanged(changed));
    }
  }
}
