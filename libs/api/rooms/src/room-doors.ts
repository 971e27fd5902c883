import { Injectable } from '@nestjs/common';
import { Channels, isDatabaseUnavailable, Jobs, Transactions } from '@parley/api-core';
import type { RoomRole, SystemEvent } from '@parley/contracts';
import { peopleAdded } from './room-jobs.js';
import { RoomNotes } from './room-notes.js';
import { RoomPlaces } from './room-places.js';

/** How people come into a room, rise in it and go: their places, their sockets, and the line in the history. */
@Injectable()
export class RoomDoors {
  constructor(
    private readonly places: RoomPlaces,
    private readonly notes: RoomNotes,
    private readonly transactions: Transactions,
    private readonly channels: Channels,
    private readonly jobs: Jobs,
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
    if (userIds.length > 0) {
      await this.places.give(roomId, userIds, role);
    }
  }

  /** Lets people know who brought them in. Belongs into `open`. */
  async tellAdded(roomId: string, userIds: readonly string[], by: string): Promise<void> {
    if (userIds.length > 0) {
      await this.jobs.add(peopleAdded, { roomId, userIds: [...userIds], by });
    }
  }

  /**
   * Ends a membership, as one transaction with what decides whether that is allowed.
   *
   * The sockets go before the commit: what is committed later must not reach them, and a broadcast of it
   * could be faster than anything that is done after this commit.
   *
   * @param by who ends it: the person themselves, or somebody who removes them
   */
  async dismiss(
    roomId: string,
    userId: string,
    { by, assertAllowed }: { by: string; assertAllowed: () => Promise<void> },
  ): Promise<void> {
    try {
      await this.transactions.runInTurn(roomId, async () => {
        await assertAllowed();
        await this.places.take(roomId, userId);
        await this.note(
          roomId,
          by,
          by === userId ? { kind: 'left' } : { kind: 'removed', userIds: [userId] },
        );
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
    await this.places.change(roomId, userId, role);
  }

  /** Writes what happened into the history. Belongs into the transaction in which it happens, at its end. */
  note(roomId: string, by: string, ...events: readonly SystemEvent[]): Promise<void> {
    return this.notes.write(roomId, by, events);
  }

  /** Ends the room for everybody's sockets. */
  close(roomId: string): Promise<void> {
    return this.channels.closeRoom(roomId);
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
}
