import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Channels, DomainEvents } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import { Blocks } from '@parley/api-users';
import { type Done, limits } from '@parley/contracts';
import { TypingNoticed } from './typing.events.js';

/** Milliseconds in which the room is not told again: a client that repeats itself costs its room nothing. */
const TOLD_FOR = 2_000;

/** Somebody who is writing in a room. */
interface Typist {
  roomId: string;
  userId: string;
  /** On which of their devices, the latest one when there are several. */
  socketId: string;
  toldAt: number;
  /** Who is not told of it. */
  hiddenFrom: readonly string[];
  end: NodeJS.Timeout;
}

/** Who writes where, by one of their sockets. */
export interface TypingPlace {
  roomId: string;
  userId: string;
  socketId: string;
}

/** Who is writing where, as far as this process was told. Whoever falls silent has stopped. */
@Injectable()
export class TypingService implements OnApplicationShutdown {
  private readonly typists = new Map<string, Typist>();

  constructor(
    private readonly rooms: RoomAccess,
    private readonly blocks: Blocks,
    private readonly channels: Channels,
    private readonly events: DomainEvents,
  ) {}

  /** Said again from time to time, or it ends by itself. @throws DomainError unless they are in the room */
  async start(place: TypingPlace): Promise<Done> {
    await this.requireInside(place);
    const key = keyOf(place);
    const hiddenFrom = this.typists.get(key)?.hiddenFrom ?? (await this.blocks.around(place.userId));
    const known = this.typists.get(key);
    clearTimeout(known?.end);
    const now = performance.now();
    const isTold = known !== undefined && now - known.toldAt < TOLD_FOR;
    const end = setTimeout(() => this.end(key), limits.typing.expiresAfter).unref();
    this.typists.set(key, { ...place, end, hiddenFrom, toldAt: isTold ? known.toldAt : now });
    if (!isTold) {
      void this.events.publish(new TypingNoticed(place.roomId, place.userId, true, hiddenFrom));
    }
    return {};
  }

  /** @throws DomainError unless they are in the room */
  async stop(place: TypingPlace): Promise<Done> {
    await this.requireInside(place);
    const key = keyOf(place);
    if (this.typists.get(key)?.socketId === place.socketId) {
      this.end(key);
    }
    return {};
  }

  /** A connection is gone; what its owner does on other devices goes on. */
  stopOn(socketId: string): void {
    for (const [key, typist] of this.typists) {
      if (typist.socketId === socketId) {
        this.end(key);
      }
    }
  }

  onApplicationShutdown(): void {
    this.typists.forEach(({ end }) => clearTimeout(end));
  }

  /** The database is asked only for what to say to somebody who is not. */
  private async requireInside({ socketId, roomId, userId }: TypingPlace): Promise<void> {
    if (!this.channels.hears(socketId, roomId)) {
      await this.rooms.requireReader(roomId, userId);
    }
  }

  private end(key: string): void {
    const typist = this.typists.get(key);
    if (typist) {
      clearTimeout(typist.end);
      this.typists.delete(key);
      const { roomId, userId, hiddenFrom } = typist;
      void this.events.publish(new TypingNoticed(roomId, userId, false, hiddenFrom));
    }
  }
}

function keyOf({ roomId, userId }: TypingPlace): string {
  return `${roomId} ${userId}`;
}
