import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { Pictures } from '@parley/api-files';
import type { Room } from '@parley/contracts';
import { assertMayUpdate } from './room.policy.js';
import { RoomRoles } from './room-roles.js';
import { RoomsService } from './rooms.service.js';

/** What a room looks like. */
@Injectable()
export class RoomPicturesService {
  constructor(
    private readonly rooms: RoomsService,
    private readonly roles: RoomRoles,
    private readonly pictures: Pictures,
  ) {}

  /** @throws DomainError `room.forbidden`, `file.type-not-allowed`, `file.unreadable` */
  async set(roomId: string, upload: Buffer, actor: Actor): Promise<Room> {
    // Before the work, and once more under the lock when it is done.
    const { room, role } = await this.roles.find(roomId, actor.userId);
    assertMayUpdate(room, role, {});
    return this.rooms.setPicture(roomId, await this.pictures.keep(upload), actor);
  }

  /** Back to the letters of its name. @throws DomainError `room.forbidden` */
  remove(roomId: string, actor: Actor): Promise<Room> {
    return this.rooms.setPicture(roomId, null, actor);
  }
}
