import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainEvents, Pace } from '@parley/api-core';
import { ReceiptsMoved, ReceiptsTold } from '../room.events.js';
import { MarkerRepository, type Place } from './marker.repository.js';
import { visibleMarkers } from './receipt.policy.js';

/** Milliseconds between two announcements: a room where all read at once hears of it in a few frames. */
const TELL_EVERY = 1_000;

/** Gathers whose markers have moved, and tells the rooms where these are now. */
@Injectable()
export class ReceiptAnnouncer implements OnApplicationShutdown {
  private readonly logger = new Logger(ReceiptAnnouncer.name);
  private moved = new Map<string, Place>();
  private readonly pace = new Pace(TELL_EVERY, () => void this.tell());

  constructor(
    private readonly markers: MarkerRepository,
    private readonly events: DomainEvents,
  ) {
    events.on(ReceiptsMoved, ({ places }) => {
      places.forEach(({ roomId, userId }) => this.moved.set(`${roomId} ${userId}`, { roomId, userId }));
      this.pace.want();
    });
  }

  onApplicationShutdown(): void {
    this.pace.stop();
  }

  private async tell(): Promise<void> {
    const places = [...this.moved.values()];
    this.moved = new Map();
    try {
      const markers = Map.groupBy(await this.markers.of(places), ({ roomId }) => roomId);
      const silent = Map.groupBy(await this.markers.silentIn([...markers.keys()]), ({ roomId }) => roomId);
      for (const [roomId, moved] of markers) {
        const items = moved.map((marker) => visibleMarkers(marker, false));
        const except = silent.get(roomId)?.map(({ userId }) => userId) ?? [];
        void this.events.publish(new ReceiptsTold({ roomId, items }, except));
      }
    } catch (error) {
      // Clients ask for receipts when they come to a room; nothing depends on these.
      this.logger.warn({ error }, 'Receipts were not told');
    }
  }
}
