import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { Done, ReadMarker } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { UNMOVED } from './receipts/marker.repository.js';
import { MarkerWriter } from './receipts/marker-writer.js';
import { MarkerMoved } from './room.events.js';
import { RoomMessages } from './room-messages.js';
import { assertReadable } from './room.policy.js';
import { RoomRoles } from './room-roles.js';

/** How far people have read, what has reached them, and what they want to read again. */
@Injectable()
export class ReadMarkersService {
  constructor(
    private readonly writer: MarkerWriter,
    private readonly roles: RoomRoles,
    private readonly memberships: MembershipRepository,
    private readonly messages: RoomMessages,
    private readonly transactions: Transactions,
  ) {}

  /** Moves the marker forward, never back, and takes away what was marked as unread by hand. */
  read(roomId: string, seq: number, actor: Actor): Promise<ReadMarker> {
    return this.move(roomId, actor, { readSeq: seq, deliveredSeq: UNMOVED });
  }

  /** Notes what has arrived on one of the person's devices. */
  async delivered(roomId: string, seq: number, actor: Actor): Promise<Done> {
    await this.move(roomId, actor, { readSeq: UNMOVED, deliveredSeq: seq });
    return {};
  }

  /** Marks messages as unread; the marker stays where it is. Whoever reads in the room next takes it away. */
  markUnread(roomId: string, seq: number, { userId }: Actor): Promise<ReadMarker> {
    return this.transactions.run(async () => {
      const { room, role } = await this.roles.find(roomId, userId);
      assertReadable(room, role);
      const before = await this.memberships.find(roomId, userId);
      const unreadFrom = await this.memberships.markUnread(roomId, userId, seq);
      const digest = (await this.messages.digests(userId, [roomId])).get(roomId);
      const { unread, mentions } = digest ?? { unread: 0, mentions: 0 };
      const marker = { lastReadSeq: before?.lastReadSeq ?? 0, unreadFrom, unread, mentions };
      if (unreadFrom !== before?.unreadFrom) {
        this.transactions.publish(new MarkerMoved(userId, { roomId, ...marker }));
      }
      return marker;
    });
  }

  /** @throws DomainError `room.not-found`, `room.not-a-member` */
  private async move(
    roomId: string,
    { userId }: Actor,
    seqs: { readSeq: number; deliveredSeq: number },
  ): Promise<ReadMarker> {
    // Only members have markers that could move, so it takes no question before.
    const place = await this.writer.move({ roomId, userId, ...seqs });
    if (!place) {
      const { room, role } = await this.roles.find(roomId, userId);
      assertReadable(room, role);
      // They have come in meanwhile, with everything read.
      return { lastReadSeq: room.lastSeq, unreadFrom: null, unread: 0, mentions: 0 };
    }
    return place;
  }
}
