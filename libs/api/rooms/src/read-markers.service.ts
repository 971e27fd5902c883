import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { ReadMarker } from '@parley/contracts';
import { MembershipRepository } from './membership.repository.js';
import type { MembershipEntity } from './room.entity.js';
import { MarkerMoved } from './room.events.js';
import { RoomMessages } from './room-messages.js';
import { assertReadable } from './room.policy.js';
import { RoomRepository } from './room.repository.js';

type Marks = Pick<MembershipEntity, 'lastReadSeq' | 'unreadFrom'>;

/** How far people have read, and what they want to read again. */
@Injectable()
export class ReadMarkersService {
  constructor(
    private readonly rooms: RoomRepository,
    private readonly memberships: MembershipRepository,
    private readonly messages: RoomMessages,
    private readonly transactions: Transactions,
  ) {}

  /** Moves the marker forward, never back, and takes away what was marked as unread by hand. */
  read(roomId: string, seq: number, actor: Actor): Promise<ReadMarker> {
    return this.move(roomId, actor, async ({ userId }) => {
      const lastReadSeq = await this.memberships.markRead(roomId, userId, seq);
      return { lastReadSeq: lastReadSeq ?? 0, unreadFrom: null };
    });
  }

  /** Marks messages as unread; the marker stays where it is. Whoever reads in the room next takes it away. */
  markUnread(roomId: string, seq: number, actor: Actor): Promise<ReadMarker> {
    return this.move(roomId, actor, async ({ userId }, { lastReadSeq }) => {
      const unreadFrom = await this.memberships.markUnread(roomId, userId, seq);
      return { lastReadSeq, unreadFrom };
    });
  }

  /** Tells the person's devices when something came of it. */
  private move(
    roomId: string,
    actor: Actor,
    work: (actor: Actor, before: Marks) => Promise<Marks>,
  ): Promise<ReadMarker> {
    const { userId } = actor;
    return this.transactions.run(async () => {
      const place = await this.memberships.find(roomId, userId);
      assertReadable(await this.rooms.find(roomId), place?.role ?? null);
      const before: Marks = place ?? { lastReadSeq: 0, unreadFrom: null };
      const marks = await work(actor, before);
      const marker = { ...marks, ...(await this.count(roomId, actor)) };
      if (marks.lastReadSeq !== before.lastReadSeq || marks.unreadFrom !== before.unreadFrom) {
        this.transactions.publish(new MarkerMoved(userId, { roomId, ...marker }));
      }
      return marker;
    });
  }

  private async count(roomId: string, { userId }: Actor): Promise<Pick<ReadMarker, 'unread' | 'mentions'>> {
    const digest = (await this.messages.digests(userId, [roomId])).get(roomId);
    return { unread: digest?.unread ?? 0, mentions: digest?.mentions ?? 0 };
  }
}
