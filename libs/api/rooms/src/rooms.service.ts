import { Injectable } from '@nestjs/common';
import {
  type Actor,
  Channels,
  Cursors,
  DomainError,
  fingerprint,
  isUniqueViolation,
  readPage,
  Transactions,
} from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import {
  type CreateRoom,
  limits,
  type Room,
  type RoomDirectoryQuery,
  type RoomPage,
  type UpdateRoom,
} from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import type { RoomEntity } from './room.entity.js';
import { RoomDoors } from './room-doors.js';
import { RoomExited, RoomUpdated } from './room.events.js';
import { assertMayDelete, assertMayUpdate, assertVisible } from './room.policy.js';
import { RoomRepository, type RoomUpdate } from './room.repository.js';
import { RoomViews } from './room-views.js';

/** A room, and whether this was the first time, and not a repetition. */
export interface Made {
  room: Room;
  isNew: boolean;
}

/** Rooms themselves; who is in them is the matter of `MembersService`. */
@Injectable()
export class RoomsService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly views: RoomViews,
    private readonly doors: RoomDoors,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly channels: Channels,
    private readonly cursors: Cursors,
  ) {}

  async mine({ userId }: Actor): Promise<Room[]> {
    const memberships = await this.memberships.ofUser(userId, limits.room.mine);
    const rooms = await this.rooms.findAll(memberships.map(({ roomId }) => roomId));
    return this.views.of(userId, rooms, memberships);
  }

  /** Public rooms by name. */
  async directory(actor: Actor, query: RoomDirectoryQuery): Promise<RoomPage> {
    const search = query.query?.trim() ?? '';
    const { rows, nextCursor } = await readPage(this.cursors, `rooms?query=${search}`, query, {
      read: (limit, after) => {
        const place = after && { name: String(after[0]), id: String(after[1]) };
        return this.rooms.directory(search, place ?? null, limit);
      },
      keyOf: ({ name, id }) => [name, id],
    });
    const memberships = await this.memberships.in(
      actor.userId,
      rows.map(({ id }) => id),
    );
    return { items: await this.views.of(actor.userId, rows, memberships), nextCursor };
  }

  /** @throws DomainError `room.not-found` */
  async get(roomId: string, { userId }: Actor): Promise<Room> {
    const room = await this.rooms.find(roomId);
    const membership = await this.memberships.find(roomId, userId);
    assertVisible(room, membership?.role ?? null);
    return this.views.one(userId, room);
  }

  /** A room as it is for somebody who is known to be in it. */
  async viewFor(userId: string, roomId: string): Promise<Room> {
    return this.views.one(userId, await this.rooms.require(roomId));
  }

  /** Makes a room once, however often it is asked for with the same id. */
  async create(command: CreateRoom & { id: string }, actor: Actor): Promise<Made> {
    const { id, name, topic = '', visibility, memberIds = [] } = command;
    const others = memberIds.filter((userId) => userId !== actor.userId);
    const mark = fingerprint(actor.userId, name, topic, visibility, ...others.toSorted());
    const earlier = await this.findEarlier(id, mark, actor);
    if (earlier) {
      return earlier;
    }
    try {
      await this.transactions.run(async () => {
        await this.users.requireAll(others);
        await this.rooms.insert({
          ...{ id, name, topic, visibility, kind: 'channel', fingerprint: mark },
          ...{ directKey: null, createdBy: actor.userId },
        });
        await this.doors.admit(id, [actor.userId], 'owner');
        await this.doors.admit(id, others);
      });
    } catch (error) {
      // The same room arrived twice at the same time, and the other one was faster.
      const twin = isUniqueViolation(error, 'rooms_pkey') ? await this.findEarlier(id, mark, actor) : null;
      if (twin) {
        return twin;
      }
      throw withTakenName(error);
    }
    await this.doors.opened(id, [actor.userId, ...others]);
    return { room: await this.get(id, actor), isNew: true };
  }

  /** @throws DomainError `room.not-found`, `room.not-a-member`, `room.forbidden`, `room.name-taken` */
  async update(roomId: string, changes: UpdateRoom, actor: Actor): Promise<Room> {
    const updated = this.transactions.run(async () => {
      const room = await this.rooms.lock(roomId);
      const membership = await this.memberships.find(roomId, actor.userId);
      assertMayUpdate(room, membership?.role ?? null, changes);
      await this.rooms.takeChanges(roomId);
      await this.rooms.update(roomId, toUpdate(changes, room));
      const shared = await this.views.shared(roomId);
      this.transactions.publish(new RoomUpdated(shared));
    });
    await updated.catch((error: unknown) => {
      throw withTakenName(error);
    });
    return this.get(roomId, actor);
  }

  /** The room and all that was written in it. @throws DomainError */
  async delete(roomId: string, actor: Actor): Promise<void> {
    await this.transactions.run(async () => {
      const room = await this.rooms.lock(roomId);
      const membership = await this.memberships.find(roomId, actor.userId);
      assertMayDelete(room, membership?.role ?? null);
      const userIds = await this.memberships.userIdsIn(roomId);
      await this.rooms.delete(roomId);
      this.transactions.publish(new RoomExited(userIds, roomId));
    });
    await this.channels.closeRoom(roomId);
  }

  /** @throws DomainError if the id was used for something else. */
  private async findEarlier(id: string, mark: string, actor: Actor): Promise<Made | null> {
    const room = await this.rooms.find(id);
    if (room && room.fingerprint !== mark) {
      throw new DomainError('request.idempotency-mismatch');
    }
    return room && { room: await this.views.one(actor.userId, room), isNew: false };
  }
}

/** A date of the archive that stays when a room is archived twice. */
function toUpdate({ archived, ...texts }: UpdateRoom, { archivedAt }: RoomEntity): RoomUpdate {
  return archived === undefined
    ? texts
    : { ...texts, archivedAt: archived ? (archivedAt ?? new Date()) : null };
}

function withTakenName(error: unknown): unknown {
  return isUniqueViolation(error, 'rooms_public_name')
    ? new DomainError('room.name-taken', { errors: [{ pointer: '/name', detail: 'is taken' }] })
    : error;
}
