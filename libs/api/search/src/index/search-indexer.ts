import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { MessagesChanged } from '@parley/api-messages';
import { IndexRepository } from './index.repository.js';
import { RoomIndexing } from './room-indexing.js';

/** Milliseconds between two rounds. What was written meanwhile is found all the same: searches read it as it is. */
const ROUND_EVERY = 2_000;
/** Rounds after which all rooms are looked at: for what a server that is gone has left behind. */
const LOOK_AT_ALL_EVERY = 30;
const MOST_STALE = 1_000;
/** Milliseconds of rest for each of work, and for when many messages are being written: those go first. */
const REST = 1;
const REST_WHEN_BUSY = 25;
/** Messages a second from which on there are many. */
const BUSY_FROM = 200;

/**
 * Keeps the search index up to date, behind the messages and out of their way. Every server runs one; they take
 * turns room by room. `MessagesChanged` only tells where to look: what counts is how far each room is indexed,
 * which is stored.
 */
@Injectable()
export class SearchIndexer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SearchIndexer.name);
  private readonly stopping = new AbortController();
  private stale = new Set<string>();
  private running: Promise<void> = Promise.resolve();
  /** Messages since the last look at how many there are. */
  private heard = { count: 0, since: performance.now() };

  constructor(
    events: DomainEvents,
    private readonly index: IndexRepository,
    private readonly rooms: RoomIndexing,
  ) {
    events.on(MessagesChanged, ({ roomId, messages }) => {
      this.stale.add(roomId);
      this.heard.count += messages.length;
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
        await this.round(round % LOOK_AT_ALL_EVERY === 0);
      } catch (error) {
        // The database may be away. The next look at all rooms finds what was not done.
        this.logger.warn({ error }, 'The search index was not brought up to date');
        round = -1;
      }
      await this.rest(ROUND_EVERY);
    }
  }

  private async round(isOverAll: boolean): Promise<void> {
    const stale = this.stale;
    this.stale = new Set();
    await this.indexAll(stale);
    // Many are left after an update, or when another server was killed.
    for (let isLeft = isOverAll; isLeft && !this.stopping.signal.aborted;) {
      const left = await this.index.staleRooms(MOST_STALE);
      await this.indexAll(left);
      isLeft = left.length === MOST_STALE;
    }
  }

  private async indexAll(roomIds: Iterable<string>): Promise<void> {
    for (const roomId of roomIds) {
      for (let hasMore = true; hasMore && !this.stopping.signal.aborted;) {
        const start = performance.now();
        hasMore = await this.rooms.advance(roomId);
        await this.rest((performance.now() - start) * (this.isBusy() ? REST_WHEN_BUSY : REST));
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
