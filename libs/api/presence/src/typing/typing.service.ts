import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { Blocks } from '@parley/api-users';
import { type Done, limits, type TypingCommand } from '@parley/contracts';
import { TypingNoticed, type TypingPlace } from './typing.events.js';
import { TypingPlaces } from './typing-places.js';

/** Milliseconds in which the others are not told again: a client that repeats itself costs them nothing. */
const TOLD_FOR = 2_000;

/** Who writes, on which of their devices. */
export interface Writer {
  userId: string;
  /** The latest one when there are several. */
  socketId: string;
}

/** Somebody who is writing. */
interface Typist extends Writer {
  place: TypingPlace;
  channel: string;
  toldAt: number;
  /** Who is not told of it. */
  hiddenFrom: readonly string[];
  end: NodeJS.Timeout;
}

/** Who is writing where, as far as this process was told. Whoever falls silent has stopped. */
@Injectable()
export class TypingService implements OnApplicationShutdown {
  private readonly typists = new Map<string, Typist>();

  constructor(
    private readonly places: TypingPlaces,
    private readonly blocks: Blocks,
    private readonly events: DomainEvents,
  ) {}

  /** Said again from time to time, or it ends by itself. @throws DomainError for who may not read there */
  async start(command: TypingCommand, writer: Writer): Promise<Done> {
    const place = this.places.placeOf(command);
    const channel = await this.places.channel(place, writer.socketId, writer.userId);
    const key = keyOf(place, writer);
    const hiddenFrom = this.typists.get(key)?.hiddenFrom ?? (await this.blocks.around(writer.userId));
    const known = this.typists.get(key);
    clearTimeout(known?.end);
    const now = performance.now();
    const isTold = known !== undefined && now - known.toldAt < TOLD_FOR;
    const end = setTimeout(() => this.end(key), limits.typing.expiresAfter).unref();
    const toldAt = isTold ? known.toldAt : now;
    this.typists.set(key, { ...writer, place, channel, end, hiddenFrom, toldAt });
    if (!isTold) {
      void this.events.publish(new TypingNoticed(place, channel, writer.userId, true, hiddenFrom));
    }
    return {};
  }

  /** @throws DomainError for who may not read there */
  async stop(command: TypingCommand, writer: Writer): Promise<Done> {
    const place = this.places.placeOf(command);
    await this.places.channel(place, writer.socketId, writer.userId);
    const key = keyOf(place, writer);
    if (this.typists.get(key)?.socketId === writer.socketId) {
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

  private end(key: string): void {
    const typist = this.typists.get(key);
    if (typist) {
      clearTimeout(typist.end);
      this.typists.delete(key);
      const { place, channel, userId, hiddenFrom } = typist;
      void this.events.publish(new TypingNoticed(place, channel, userId, false, hiddenFrom));
    }
  }
}

function keyOf(place: TypingPlace, { userId }: Writer): string {
  return `${'roomId' in place ? place.roomId : place.postId} ${userId}`;
}
