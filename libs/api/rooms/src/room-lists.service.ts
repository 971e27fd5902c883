import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { limits, type Room, type RoomDirectoryQuery, type RoomPage } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { RoomRepository } from './room.repository.js';
import { RoomViews } from './room-views.js';

/** The rooms one is in, and those one could be in. */
@Injectable()
export class RoomListsService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly views: RoomViews,
    private readonly cursors: Cursors,
  ) {}

  async mine({ userId }: Actor): Promise<Room[]> {
    const memberships = await this.memberships.ofUser(userId, limits.room.mine);
    const rooms = await this.rooms.findAll(memberships.map(({ roomId }) => roomId));
    return this.views.of(userId, rooms, memberships);
  }

  /** Public rooms by name. */
  async directory({ userId }: Actor, query: RoomDirectoryQuery): Promise<RoomPage> {
    const search = query.query?.trim() ?? '';
    const { rows, nextCursor } = await readPage(this.cursors, `rooms?query=${search}`, query, {
      read: (limit, after) => {
        const place = after ? { name: String(after[0]), id: String(after[1]) } : null;
        return this.rooms.directory(search, place, limit);
      },
      keyOf: ({ name, id }) => [name, id],
    });
    const roomIds = rows.map(({ id }) => id);
    const memberships = await this.memberships.in(userId, roomIds);
    return { items: await this.views.of(userId, rows, memberships), nextCursor };
  }
}
