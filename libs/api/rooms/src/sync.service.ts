import { Injectable } from '@nestjs/common';
import { type Actor, Generation, UnreadNotificationCounts } from '@parley/api-core';
import type { Sync, Synced } from '@parley/contracts';
import { RoomListsService } from './room-lists.service.js';

/** What a client that has just connected needs to be up to date again. */
@Injectable()
export class SyncService {
  constructor(
    private readonly rooms: RoomListsService,
    private readonly generation: Generation,
    private readonly notifications: UnreadNotificationCounts,
  ) {}

  async sync({ rooms: known }: Sync, actor: Actor): Promise<Synced> {
    const rooms = await this.rooms.mine(actor);
    const stale = rooms.filter(({ id, lastChange }) => known[id] !== lastChange).map(({ id }) => id);
    const unreadNotifications = await this.notifications.of(actor.userId);
    return { rooms, stale, unreadNotifications, generation: await this.generation.current() };
  }
}
