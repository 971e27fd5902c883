import { Injectable } from '@nestjs/common';
import { Channels, Transactions } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { RoomRole } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { MembershipChanged, RoomEntered, RoomExited } from './room.events.js';
import { toMemberChanged } from './room.mapper.js';
import { RoomRepository } from './room.repository.js';

/** How people come into a room and out of it: the rows, the numbers, the sockets, and who is told. */
@Injectable()
export class RoomDoors {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly channels: Channels,
  ) {}

  /** Lets people in who are not in the room. Belongs into a transaction; `opened` follows its commit. */
  async admit(roomId: string, userIds: readonly string[], role: RoomRole = 'member'): Promise<void> {
    if (userIds.length === 0) {
      return;
    }
    const { lastChange } = await this.rooms.takeChanges(roomId, userIds.length);
    await this.memberships.enter(roomId, userIds, role, lastChange);
    await this.rooms.forgetDirectKey(roomId);
    await this.announce(roomId, userIds);
    this.transactions.publish(new RoomEntered(userIds, roomId));
  }

  /** After the commit, and before the acknowledgement: from now on they hear what is said. */
  async opened(roomId: string, userIds: readonly string[]): Promise<void> {
    await this.channels.join(userIds, roomId);
  }

  /**
   * Ends a membership. Belongs into a transaction.
   *
   * The sockets go before the commit: what is committed later must not reach them, and a broadcast of it
   * could be faster than anything that is done after this commit.
   */
  async dismiss(roomId: string, userId: string): Promise<void> {
    const { lastChange } = await this.rooms.takeChanges(roomId);
    await this.memberships.leave(roomId, userId, lastChange);
    await this.rooms.forgetDirectKey(roomId);
    await this.announce(roomId, [userId]);
    this.transactions.publish(new RoomExited([userId], roomId));
    await this.channels.leave([userId], roomId);
  }

  /** After the commit: takes out sockets that connected while it was under way. */
  async closed(roomId: string, userId: string): Promise<void> {
    await this.channels.leave([userId], roomId);
  }

  /** Tells the room of the latest versions of these memberships. Belongs into a transaction. */
  async announce(roomId: string, userIds: readonly string[]): Promise<void> {
    const { memberCount } = await this.rooms.require(roomId);
    const rows = await this.memberships.versions(roomId, userIds);
    const users = await this.users.byIds(userIds);
    for (const row of rows) {
      const changed = toMemberChanged(row, users.get(row.userId), memberCount);
      this.transactions.publish(new MembershipChanged(changed));
    }
  }
}
