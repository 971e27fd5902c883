import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainEvents, Pace, type PresenceMove } from '@parley/api-core';
import { PeopleElsewhere } from './people-elsewhere.js';
import { PeopleHere } from './people-here.js';
import { PresenceBoard } from './presence-board.js';
import { ChoicesChanged, PeopleMoved } from './presence.events.js';

/** Milliseconds between two writings of what has changed here. */
const WRITE_EVERY = 250;
/** Milliseconds between two signs of life. */
const RENEW_EVERY = 5_000;

/** Tells other servers of the people here, and reads what they tell. Alone it does nothing. */
@Injectable()
export class PresenceNodes implements OnApplicationShutdown {
  private readonly logger = new Logger(PresenceNodes.name);
  private readonly moved = new Set<string>();
  private readonly pace = new Pace(WRITE_EVERY, () => void this.write());
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly board: PresenceBoard,
    private readonly here: PeopleHere,
    private readonly elsewhere: PeopleElsewhere,
    private readonly events: DomainEvents,
  ) {}

  /** @param beat is called after each sign of life: what was missed may be read again */
  start(beat: () => Promise<void>): void {
    if (this.board.isUsed) {
      this.timer = setInterval(() => void this.live(beat), RENEW_EVERY).unref();
      void this.attempt(() => this.board.write([]));
    }
  }

  /** Somebody who is connected to this server is otherwise than before. */
  tell(userId: string): void {
    if (this.board.isUsed) {
      this.moved.add(userId);
      this.pace.want();
    }
  }

  /** Somebody has other settings; other servers may have to ask for them. */
  tellChoices(userId: string): void {
    if (this.board.isUsed) {
      void this.events.publish(new ChoicesChanged(userId));
    }
  }

  /** Knows from then on how these people are on other servers, unless Redis does not answer. */
  async read(userIds: readonly string[]): Promise<void> {
    if (this.board.isUsed && userIds.length > 0) {
      await this.attempt(async () => this.elsewhere.replace(userIds, await this.board.read(userIds)));
    }
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.pace.stop();
    if (this.board.isUsed) {
      await this.attempt(() => this.board.remove());
    }
  }

  private async write(): Promise<void> {
    const people = [...this.moved].map((userId) => [userId, this.here.standing(userId)] as const);
    this.moved.clear();
    const { nodeId } = this.board;
    const moves = people.map(([userId, standing]): PresenceMove => ({ userId, nodeId, ...standing }));
    void this.events.publish(new PeopleMoved(moves));
    await this.attempt(() => this.board.write(people));
  }

  private async live(beat: () => Promise<void>): Promise<void> {
    await this.attempt(async () => {
      if (!(await this.board.renew())) {
        await this.board.write(this.here.ids.map((userId) => [userId, this.here.standing(userId)] as const));
      }
      await beat();
    });
  }

  /** Nothing depends on the others: what cannot be told now is told with a later sign of life. */
  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.debug(`Presence was not shared: ${String(error)}`);
    }
  }
}
