import { Injectable } from '@nestjs/common';
import type { Room, SharedRoom } from '@parley/contracts';
import { UserDirectory } from '@parley/api-users';
import { MembershipRepository } from './membership.repository.js';
import { type MembershipEntity, RoomEntity } from './room.entity.js';
import { toMembership, toSharedRoom } from './room.mapper.js';
import { type MessageDigest, RoomMessages } from './room-messages.js';
import { RoomRepository } from './room.repository.js';

/** How many of the others in a direct room or in a group are named. */
const PEERS = 5;
const NO_MESSAGES: MessageDigest = { lastMessage: null, unread: 0, mentions: 0 };

/** Rooms as people see them: with their own place in them, the newest message, and who else is there. */
@Injectable()
export class RoomViews {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly messages: RoomMessages,
    private readonly users: UserDirectory,
  ) {}

  /** Four queries, whatever the number of rooms. */
  async of(
    userId: string,
    rooms: readonly RoomEntity[],
    memberships: readonly MembershipEntity[],
  ): Promise<Room[]> {
    const mine = new Map(memberships.map((membership) => [membership.roomId, membership]));
    const peersOf = await this.peersOf(
      userId,
      rooms.filter(({ kind }) => kind !== 'channel'),
    );
    const digests = await this.messages.digests(userId, [...mine.keys()]);
    return rooms.map((room) => {
      const membership = mine.get(room.id);
      const digest = digests.get(room.id) ?? NO_MESSAGES;
      return {
        ...toSharedRoom(room, digest.lastMessage),
        peers: peersOf.get(room.id) ?? [],
        me: membership ? toMembership(membership, digest) : null,
      };
    });
  }

  async one(userId: string, room: RoomEntity): Promise<Room> {
    const membership = await this.memberships.find(room.id, userId);
    const [view] = await this.of(userId, [room], membership ? [membership] : []);
    if (!view) {
      throw new Error('One room has one view');
    }
    return view;
  }

  /** Of a room that is known to be there. */
  async byId(userId: string, roomId: string): Promise<Room> {
    return this.one(userId, await this.rooms.require(roomId));
  }

  /** The room as it is now for everybody in it; inside a transaction, with what that has changed. */
  async shared(roomId: string): Promise<SharedRoom> {
    return toSharedRoom(await this.rooms.require(roomId), await this.messages.newest(roomId));
  }

  private async peersOf(userId: string, rooms: readonly RoomEntity[]) {
    if (rooms.length === 0) {
      return new Map<string, Room['peers']>();
    }
    const roomIds = rooms.map(({ id }) => id);
    const peers = await this.memberships.peersIn(roomIds, userId, PEERS);
    const users = await this.users.byIds(peers.map((peer) => peer.userId));
    const byRoom = Map.groupBy(peers, ({ roomId }) => roomId);
    return new Map(
      [...byRoom].map(([roomId, group]) => [roomId, group.flatMap((peer) => users.get(peer.userId) ?? [])]),
    );
  }
}
