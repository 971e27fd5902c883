import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { MessagesChanged } from '@parley/api-messages';
import type { Message, RoomKind } from '@parley/contracts';
import { RoomProgressRepository } from './room-progress.repository.js';
import { RoomTelling } from './room-telling.js';

/**
 * Milliseconds between two rounds. Whoever has a room in view has read what is new in it until then, and is told
 * nothing that they saw.
 */
const ROUND_EVERY = 700;
/** Rounds after which rooms are looked at in which nobody was called. */
const CALM_EVERY = 10;
/** Rounds after which all rooms are looked at: for what a server that is gone has left behind. */
const ALL_EVERY = 60;
const MOST_STALE = 1_000;
const MOST_KINDS = 100_000;
/** Milliseconds of rest for each of work, and for when many messages are being written: those go first. */
const REST = 1;
const REST_WHEN_BUSY = 25;
/** Messages a second from which on there are many. */
const BUSY_FROM = 200;

/**
 * Looks where something was said, behind the messages and out of their way. Every server does; they take turns
 * room by room. `MessagesChanged` only tells where to look: what counts is how far each room was told, which is
 * stored.
 */
@Injectable()
export class RoomWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RoomWatch.name);
  private readonly stopping = new AbortController();
  /** Rooms in which somebody may have been called. */
  private urgent = new Set<string>();
  private heardOf = new Set<string>();
  private readonly kinds = new Map<string, RoomKind>();
  private heard = { count: 0, since: performance.now() };
  private running: Promise<void> = Promise.resolve();

  constructor(
    events: DomainEvents,
    private readonly progress: RoomProgressRepository,
    private readonly rooms: RoomTelling,
  ) {
    events.on(MessagesChanged, ({ roomId, messages }) => {
      this.heard.count += messages.length;
      (messages.some(concernsSomebody) ? this.urgent : this.heardOf).add(roomId);
    });
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let round = 0; !this.stopping.signal.aborted; round += 1) {
      try {
        await this.round(round);
      } catch (error) {
        // The database may be away. The next look at all rooms finds what was not done.
        this.logger.warn({ error }, 'Notifications were not made');
        round = -1;
      }
      await this.rest(ROUND_EVERY);
    }
  }

  private async round(round: number): Promise<void> {
    const isBusy = this.isBusy();
    await this.tell(await this.due(round % CALM_EVERY === 0), isBusy);
    if (round % ALL_EVERY === 0) {
      await this.tell(await this.progress.staleRooms(MOST_STALE), isBusy);
    }
  }

  /** Direct rooms and groups at once, channels when somebody was called in them, or now and then. */
  private async due(isForAll: boolean): Promise<Iterable<string>> {
    const { urgent, heardOf } = this;
    this.urgent = new Set();
    if (isForAll) {
      this.heardOf = new Set();
      return new Set([...urgent, ...heardOf]);
    }
    await this.learnKinds(heardOf);
    for (const roomId of heardOf) {
      if (this.kinds.get(roomId) !== 'channel') {
        heardOf.delete(roomId);
        urgent.add(roomId);
      }
    }
    return urgent;
  }

  private async learnKinds(roomIds: Iterable<string>): Promise<void> {
    const unknown = [...roomIds].filter((id) => !this.kinds.has(id));
    if (this.kinds.size + unknown.length > MOST_KINDS) {
      this.kinds.clear();
    }
    if (unknown.length > 0) {
      (await this.progress.kinds(unknown)).forEach((kind, id) => this.kinds.set(id, kind));
    }
  }

  private async tell(roomIds: Iterable<string>, isBusy: boolean): Promise<void> {
    for (const roomId of roomIds) {
      for (let hasMore = true; hasMore && !this.stopping.signal.aborted;) {
        const start = performance.now();
        hasMore = await this.rooms.advance(roomId);
        await this.rest((performance.now() - start) * (isBusy ? REST_WHEN_BUSY : REST));
      }
    }
  }

  private isBusy(): boolean {
    const now = performance.now();
    const { count, since } = this.heard;
    this.heard = { count: 0, since: now };
    return count * 1_000 > BUSY_FROM * (now - since);
  }

  private async rest(milliseconds: number): Promise<void> {
    // Being told to stop ends the rest, and is no error.
    await sleep(milliseconds, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
  }
}

function concernsSomebody({ mentions, mentionsRoom, replyTo }: Message): boolean {
  return mentions.length > 0 || mentionsRoom || replyTo !== null;
}
