import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pace, Transactions } from '@parley/api-core';
import type { ReadMarker } from '@parley/contracts';
import { MarkerMoved, ReceiptsMoved } from '../room.events.js';
import { RoomMessages } from '../room-messages.js';
import {
  type MarkerMove,
  MarkerRepository,
  type MovedMarker,
  type Place,
  UNMOVED,
} from './marker.repository.js';

/** Milliseconds between two statements of this process, each of which moves what has come up meanwhile. */
const WRITE_EVERY = 250;
/** A statement with more rows would hold their locks for longer than messages should wait. */
const LARGEST_BATCH = 500;

interface PendingMove extends MarkerMove {
  settle: PromiseWithResolvers<ReadMarker | null>;
}

/** Moves the markers of many people in one statement. */
@Injectable()
export class MarkerWriter implements OnApplicationShutdown {
  private pending = new Map<string, PendingMove>();
  private readonly pace = new Pace(WRITE_EVERY, () => void this.writeAll());

  constructor(
    private readonly markers: MarkerRepository,
    private readonly messages: RoomMessages,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Moves markers forward, never back, or leaves one where it is (`UNMOVED`). Resolves after the commit with the place of the
   * reader, or with null for who is not in the room.
   */
  move({ roomId, userId, readSeq, deliveredSeq }: MarkerMove): Promise<ReadMarker | null> {
    const key = `${roomId} ${userId}`;
    const known = this.pending.get(key);
    const settle = known?.settle ?? Promise.withResolvers<ReadMarker | null>();
    this.pending.set(key, {
      ...{ roomId, userId, settle },
      readSeq: Math.max(readSeq, known?.readSeq ?? UNMOVED),
      deliveredSeq: Math.max(deliveredSeq, known?.deliveredSeq ?? UNMOVED),
    });
    this.pace.want();
    return settle.promise;
  }

  onApplicationShutdown(): void {
    this.pace.stop();
  }

  private async writeAll(): Promise<void> {
    const moves = [...this.pending.values()];
    this.pending = new Map();
    for (let first = 0; first < moves.length; first += LARGEST_BATCH) {
      await this.write(moves.slice(first, first + LARGEST_BATCH));
    }
  }

  private async write(moves: readonly PendingMove[]): Promise<void> {
    try {
      const places = await this.transactions.run(() => this.moveAll(moves));
      moves.forEach((move) => move.settle.resolve(places.get(keyOf(move)) ?? null));
    } catch (error) {
      moves.forEach(({ settle }) => settle.reject(error));
    }
  }

  private async moveAll(moves: readonly PendingMove[]): Promise<Map<string, ReadMarker>> {
    const moved = await this.markers.move(moves);
    const places = await this.counted(
      moved,
      new Set(moves.filter(({ readSeq }) => readSeq !== UNMOVED).map(keyOf)),
    );
    for (const marker of moved.filter(({ hasRead }) => hasRead)) {
      const place = places.get(keyOf(marker));
      if (place) {
        this.transactions.publish(new MarkerMoved(marker.userId, { roomId: marker.roomId, ...place }));
      }
    }
    const told = moved.filter(({ isTold }) => isTold);
    if (told.length > 0) {
      this.transactions.publish(new ReceiptsMoved(told));
    }
    return places;
  }

  /** Most people read to the end, and then there is nothing to count. */
  private async counted(
    moved: readonly MovedMarker[],
    readers: ReadonlySet<string>,
  ): Promise<Map<string, ReadMarker>> {
    const partly = moved.filter((marker) => !marker.isAtEnd && readers.has(keyOf(marker)));
    const counts = partly.length > 0 ? await this.messages.markers(partly) : [];
    const nothingLeft = { unreadFrom: null, unread: 0, mentions: 0 };
    return new Map([
      ...moved.map((marker) => [keyOf(marker), { lastReadSeq: marker.lastReadSeq, ...nothingLeft }] as const),
      ...counts.map(({ roomId, userId, ...place }) => [keyOf({ roomId, userId }), place] as const),
    ]);
  }
}

function keyOf({ roomId, userId }: Place): string {
  return `${roomId} ${userId}`;
}
