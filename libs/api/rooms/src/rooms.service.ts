import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { Room, SystemEvent, UpdateRoom } from '@parley/contracts';
import { notesOf } from './update-notes.js';
import { withTakenName } from './name-taken.js';
import type { RoomEntity } from './room.entity.js';
import { RoomExited, RoomUpdated } from './room.events.js';
import { assertMayDelete, assertMayUpdate, assertVisible } from './room.policy.js';
import { RoomDoors } from './room-doors.js';
import { RoomRepository, type RoomUpdate } from './room.repository.js';
import { RoomRoles } from './room-roles.js';
import { RoomViews } from './room-views.js';

/** A room that is there: how it looks, and what becomes of it. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly roles: RoomRoles,
    private readonly views: RoomViews,
    private readonly doors: RoomDoors,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `room.not-found` */
  async get(roomId: string, { userId }: Actor): Promise<Room> {
    const { room, role } = await this.roles.find(roomId, userId);
    assertVisible(room, role);
    return this.views.one(userId, room);
  }

  /** @throws DomainError `room.not-found`, `room.not-a-member`, `room.forbidden`, `room.name-taken` */
  async update(roomId: string, changes: UpdateRoom, actor: Actor): Promise<Room> {
    const updated = this.change(roomId, actor, changes, (room) => ({
      update: toUpdate(changes, room),
      notes: notesOf(changes, room),
    }));
    return updated.catch((error: unknown) => {
      throw withTakenName(error);
    });
  }

  /** @param picture the hash of one that is kept, or null for none */
  setPicture(roomId: string, picture: string | null, actor: Actor): Promise<Room> {
    return this.change(roomId, actor, {}, (room) => ({
      update: { picture },
      notes: picture === room.picture ? [] : [{ kind: 'picture-changed' }],
    }));
  }

  private async change(
    roomId: string,
    actor: Actor,
    wish: UpdateRoom,
    decide: (room: RoomEntity) => { update: RoomUpdate; notes: readonly SystemEvent[] },
  ): Promise<Room> {
    await this.transactions.runInTurn(roomId, async () => {
      const { room, role } = await this.roles.lock(roomId, actor.userId);
      assertMayUpdate(room, role, wish);
      const { update, notes } = decide(room);
      await this.rooms.takeChanges(roomId);
      await this.rooms.update(roomId, update);
      this.transactions.publish(new RoomUpdated(await this.views.shared(roomId)));
      await this.doors.note(roomId, actor.userId, ...notes);
    });
    return this.get(roomId, actor);
  }

  /** The room and all that was written in it. @throws DomainError */
  async delete(roomId: string, actor: Actor): Promise<void> {
    await this.transactions.runInTurn(roomId, async () => {
      const { room, role } = await this.roles.lock(roomId, actor.userId);
      assertMayDelete(room, role);
      const userIds = await this.rooms.delete(roomId);
      this.transactions.publish(new RoomExited(userIds, roomId));
    });
    await this.doors.close(roomId);
  }
}

/** A room that is archived twice keeps the date of the first time. */
function toUpdate({ archived, ...texts }: UpdateRoom, { archivedAt }: RoomEntity): RoomUpdate {
  return archived === undefined
    ? texts
    : { ...texts, archivedAt: archived ? (archivedAt ?? new Date()) : null };
}
