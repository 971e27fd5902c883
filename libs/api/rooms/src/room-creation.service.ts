import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, fingerprint, isUniqueViolation } from '@parley/api-core';
import { Blocks } from '@parley/api-users';
import type { CreateRoom, Room } from '@parley/contracts';
import { withTakenName } from './name-taken.js';
import { assertVisible } from './room.policy.js';
import { RoomDoors } from './room-doors.js';
import { RoomRepository } from './room.repository.js';
import { RoomViews } from './room-views.js';

/** A room, and whether this was the first time, and not a repetition. */
export interface Made {
  room: Room;
  isNew: boolean;
}

@Injectable()
export class RoomCreationService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly views: RoomViews,
    private readonly doors: RoomDoors,
    private readonly blocks: Blocks,
  ) {}

  /** Makes a room once, however often it is asked for with the same id. */
  async create(command: CreateRoom & { id: string }, actor: Actor): Promise<Made> {
    const { id, name, topic = '', visibility, memberIds = [] } = command;
    const others = memberIds.filter((userId) => userId !== actor.userId);
    const mark = fingerprint(actor.userId, name, topic, visibility, ...others.toSorted());
    const earlier = await this.findEarlier(id, mark, actor);
    if (earlier) {
      return earlier;
    }
    await this.blocks.assertNoneBetween(actor.userId, others);
    try {
      await this.doors.open(id, [actor.userId, ...others], async () => {
        await this.rooms.insert({
          ...{ id, name, topic, visibility, kind: 'channel', fingerprint: mark },
          ...{ directKey: null, createdBy: actor.userId },
        });
        await this.doors.admit(id, [actor.userId], 'owner');
        await this.doors.admit(id, others);
        await this.doors.tellAdded(id, others, actor.userId);
        return [actor.userId, ...others];
      });
    } catch (error) {
      // The same room arrived twice at the same time, and the other one was faster.
      const twin = isUniqueViolation(error, 'rooms_pkey') ? await this.findEarlier(id, mark, actor) : null;
      if (twin) {
        return twin;
      }
      throw withTakenName(error);
    }
    return { room: await this.views.one(actor.userId, await this.rooms.require(id)), isNew: true };
  }

  /** @throws DomainError `request.idempotency-mismatch`, or `room.not-found` for who may not see it any more */
  private async findEarlier(id: string, mark: string, actor: Actor): Promise<Made | null> {
    const room = await this.rooms.find(id);
    if (room && room.fingerprint !== mark) {
      throw new DomainError('request.idempotency-mismatch');
    }
    if (!room) {
      return null;
    }
    const view = await this.views.one(actor.userId, room);
    // Who was removed meanwhile is a stranger like others.
    assertVisible(room, view.me?.role ?? null);
    return { room: view, isNew: false };
  }
}
