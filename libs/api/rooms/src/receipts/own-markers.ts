import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Channels, DomainEvents, Pace } from '@parley/api-core';
import { MarkerMoved, ReceiptsMoved } from '../room.events.js';
import { RoomMessages } from '../room-messages.js';
import type { Place } from './marker.repository.js';

/** Milliseconds between two announcements, so that somebody who writes a lot costs no more than others. */
const TELL_EVERY = 1_000;

/** Whoever writes has read what was said before: tells that to their other devices, and to the others in the room. */
@Injectable()
export class OwnMarkers implements OnApplicationShutdown {
  private readonly logger = new Logger(OwnMarkers.name);
  private writers = new Map<string, Set<string>>();
  private readonly pace = new Pace(TELL_EVERY, () => void this.tell());

  constructor(
    private readonly messages: RoomMessages,
    private readonly channels: Channels,
    private readonly events: DomainEvents,
  ) {}

  /** Somebody's message was committed. Called for each, so it only takes a note. */
  wrote(roomId: string, userId: string): void {
    const writers = this.writers.get(roomId);
    if (writers) {
      writers.add(userId);
    } else {
      this.writers.set(roomId, new Set([userId]));
      this.pace.want();
    }
  }

  onApplicationShutdown(): void {
    this.pace.stop();
  }

  private async tell(): Promise<void> {
    const places = [...this.writers].flatMap(([roomId, userIds]) =>
      [...userIds].map((userId) => ({ roomId, userId })),
    );
    this.writers = new Map();
    void this.events.publish(new ReceiptsMoved(places));
    try {
      await this.tellDevices(places.filter(({ userId }) => this.channels.mayHaveSeveralSockets(userId)));
    } catch (error) {
      // They count by themselves what they have heard, and read the rest after the next connection.
      this.logger.warn({ error }, 'Markers were not told');
    }
  }

  private async tellDevices(places: readonly Place[]): Promise<void> {
    for (const { userId, ...marker } of places.length > 0 ? await this.messages.markers(places) : []) {
      void this.events.publish(new MarkerMoved(userId, marker));
    }
  }
}
