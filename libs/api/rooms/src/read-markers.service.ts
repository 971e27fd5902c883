import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { ReadMarker } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import { MarkerMoved } from './room.events.js';
import { RoomMessages } from './room-messages.js';
import { assertReadable } from './room.policy.js';
import { RoomRepository } from './room.repository.js';

/** How far people have read. */
@Injectable()
export class ReadMarkersService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly messages: RoomMessages,
    private readonly transactions: Transactions,
  ) {}

  /** Moves the marker forward, never back; tells the person's other devices when it moved. */
  read(roomId: string, seq: number, { userId }: Actor): Promise<ReadMarker> {
    return this.transactions.run(async () => {
      const before = await this.memberships.find(roomId, userId);
      assertReadable(await this.rooms.find(roomId), before?.role ?? null);
      const lastReadSeq = await this.memberships.markRead(roomId, userId, seq);
      const digest = (await this.messages.digests(userId, [roomId])).get(roomId);
      const marker = {
        lastReadSeq: lastReadSeq ?? 0,
        unread: digest?.unread ?? 0,
        mentions: digest?.mentions ?? 0,
      };
      if (lastReadSeq !== before?.lastReadSeq) {
        this.transactions.publish(new MarkerMoved(userId, { roomId, ...marker }));
      }
      return marker;
    });
  }
}
