import { Injectable } from '@nestjs/common';
import { Channels, isDatabaseUnavailable, Transactions } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { RoomRole } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { MembershipChanged, RoomEntered, RoomExited } from './room.events.js';
import { toMemberChanged } from './room.mapper.js';
import { RoomRepository } from './room.repository.js';

/** How people come into a room, rise in it and go: the rows, the numbers, the sockets, and who is told. */
@Injectable()
export class RoomDoors {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly channels: Channels,
  ) {}

  /**
   * Runs what lets people in, as one transaction, and then brings their sockets along: before the
   * acknowledgement, so that from it on they hear what is said.
   *
   * @param work lets them in by `admit`, and resolves with who of them is in the room when it is done
   */
  async open(
    roomId: string,
    userIds: readonly string[],
    work: () => Promise<readonly string[]>,
  ): Promise<void> {
    try {
      await this.channels.join(await this.transactions.runInTurn(roomId, work), roomId);
    } catch (error) {
      await this.mindUnknownOutcome(error, userIds);
      throw error;
    }
  }

  /** Lets people in who are not in the room. Belongs into `open`. @throws DomainError `user.not-found` */
  async admit(roomId: string, userIds: readonly string[], role: RoomRole = 'member'): Promise<void> {
    if (userIds.length === 0) {
      return;
    }
    await this.users.requireAll(userIds);
    const { lastChange } = await this.rooms.takeChanges(roomId, userIds.length);
    await this.memberships.enter(roomId, userIds, role, lastChange);
    await this.announce(roomId, userIds);
    this.transactions.publish(new RoomEntered(userIds, roomId));
  }

  /**
   * Ends a membership, as one transaction with what decides whether that is allowed.
   *
   * The sockets go before the commit: what is committed later must not reach them, and a broadcast of it
   * could be faster than anything that is done after this commit.
   */
  async dismiss(roomId: string, userId: string, assertAllowed: () => Promise<void>): Promise<void> {
    try {
      await this.transactions.runInTurn(roomId, async () => {
        await assertAllowed();
        await this.endMembership(roomId, userId);
        await this.channels.leave([userId], roomId);
      });
    } catch (error) {
      await this.mindUnknownOutcome(error, [userId]);
      throw error;
    }
    // Sockets that connected while it was under way.
    await this.channels.leave([userId], roomId);
  }

  /** Belongs into a transaction. */
  async changeRole(roomId: string, userId: string, role: RoomRole): Promise<void> {
    const { lastChange } = await this.rooms.takeChanges(roomId);
    await this.memberships.changeRole(roomId, userId, role, lastChange);
    await this.announce(roomId, [userId]);
  }

  /**
   * When the database went away, nobody knows whether the commit happened, nor in which channels the sockets
   * belong. They come back and read what is true.
   */
  private async mindUnknownOutcome(error: unknown, userIds: readonly string[]): Promise<void> {
    if (isDatabaseUnavailable(error)) {
      await this.channels.reconnect(userIds);
    }
  }

  private async endMembership(roomId: string, userId: string): Promise<void> {
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
