import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, DomainEvents } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import { type Done, limits } from '@parley/contracts';
import { TypingNoticed } from './typing.events.js';

/** Milliseconds in which the room is not told again: a client that repeats itself costs its room nothing. */
const TOLD_FOR = 2_000;

/** Somebody who is writing in a room. */
interface Typist {
  roomId: string;
  userId: string;
  toldAt: number;
  end: NodeJS.Timeout;
}

/** Who is writing where, as far as this process was told. Whoever falls silent has stopped. */
@Injectable()
export class TypingService implements OnApplicationShutdown {
  private readonly typists = new Map<string, Typist>();

  constructor(
    private readonly rooms: RoomAccess,
    private readonly events: DomainEvents,
  ) {}

  /** Said again from time to time, or it ends by itself. @throws DomainError unless they may write there */
  async start(roomId: string, { userId }: Actor): Promise<Done> {
    await this.rooms.requireWriter(roomId, userId);
    const key = keyOf(roomId, userId);
    const known = this.typists.get(key);
    clearTimeout(known?.end);
    const now = performance.now();
    const isTold = known !== undefined && now - known.toldAt < TOLD_FOR;
    const end = setTimeout(() => this.end(key), limits.typing.expiresAfter).unref();
    this.typists.set(key, { roomId, userId, end, toldAt: isTold ? known.toldAt : now });
    if (!isTold) {
      void this.events.publish(new TypingNoticed(roomId, userId, true));
    }
    return {};
  }

  /** @throws DomainError unless they are in the room */
  async stop(roomId: string, { userId }: Actor): Promise<Done> {
    await this.rooms.requireReader(roomId, userId);
    this.end(keyOf(roomId, userId));
    return {};
  }

  /** Their connection is gone. */
  stopEverywhere(userId: string): void {
    for (const [key, typist] of this.typists) {
      if (typist.userId === userId) {
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
      void this.events.publish(new TypingNoticed(typist.roomId, typist.userId, false));
    }
  }
}

function keyOf(roomId: string, userId: string): string {
  return `${roomId} ${userId}`;
}
