import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, fingerprint, Transactions } from '@parley/api-core';
import { Blocks } from '@parley/api-users';
import { v7 as uuidv7 } from 'uuid';
import type { Room } from '@parley/contracts';
import { RoomDoors } from './room-doors.js';
import { RoomRepository } from './room.repository.js';
import { RoomViews } from './room-views.js';

/** Rooms that are found by the people in them: two for a direct room, more for a group. */
@Injectable()
export class DirectRoomsService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly views: RoomViews,
    private readonly doors: RoomDoors,
    private readonly blocks: Blocks,
    private readonly transactions: Transactions,
  ) {}

  /** The same people always get the same room, also when several of them ask at once. */
  async open(userIds: readonly string[], actor: Actor): Promise<Room> {
    const others = userIds.filter((userId) => userId !== actor.userId);
    if (others.length === 0) {
      const detail = 'must name somebody else';
      throw new DomainError('request.invalid', { errors: [{ pointer: '/userIds', detail }] });
    }
    const everybody = [actor.userId, ...others].toSorted();
    const directKey = fingerprint(...everybody);
    const room =
      (await this.rooms.findByDirectKey(directKey)) ?? (await this.make(everybody, directKey, actor));
    return this.views.one(actor.userId, room);
  }

  /** @throws DomainError `user.blocked` for a new room with somebody who is kept apart from who asks */
  private async make(everybody: readonly string[], directKey: string, actor: Actor) {
    await this.blocks.assertNoneBetween(actor.userId, everybody);
    const id = uuidv7();
    const kind = everybody.length === 2 ? 'direct' : 'group';
    try {
      await this.doors.open(id, everybody, async () => {
        await this.rooms.insert({
          ...{ id, kind, directKey, name: '', topic: '', visibility: 'private' },
          ...{ fingerprint: directKey, createdBy: actor.userId },
        });
        await this.doors.admit(id, everybody);
        return everybody;
      });
    } catch (error) {
      // Somebody else of them asked at the same time and was faster: theirs is the room.
      const twin = this.rooms.isDirectTwin(error) ? await this.rooms.findByDirectKey(directKey) : null;
      if (twin) {
        return twin;
      }
      throw error;
    }
    return this.rooms.require(id);
  }
}
