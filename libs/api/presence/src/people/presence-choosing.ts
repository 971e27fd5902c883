import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainEvents, Pace } from '@parley/api-core';
import { AccountChanged, type PresenceChoices, presenceChoicesOf, UserDirectory } from '@parley/api-users';
import { PeopleHere } from './people-here.js';
import { StandingChanged } from './presence.events.js';

/** Milliseconds in which people who connect at the same time are gathered, to ask for all of them at once. */
const ASK_EVERY = 100;
const ASK_AGAIN = 1_000;

/** Knows how the people who are connected here want to be seen. */
@Injectable()
export class PresenceChoosing implements OnApplicationShutdown {
  private readonly logger = new Logger(PresenceChoosing.name);
  private readonly unknown = new Set<string>();
  private readonly asking = new Pace(ASK_EVERY, () => void this.ask());
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly here: PeopleHere,
    private readonly users: UserDirectory,
    private readonly events: DomainEvents,
  ) {
    events.on(AccountChanged, ({ me }) => this.choose(me.id, presenceChoicesOf(me)));
  }

  /** They have come, or have changed their settings on another server. */
  askFor(userId: string): void {
    this.unknown.add(userId);
    this.asking.want();
  }

  onApplicationShutdown(): void {
    this.asking.stop();
    clearTimeout(this.retry);
  }

  private async ask(): Promise<void> {
    const userIds = [...this.unknown];
    this.unknown.clear();
    try {
      for (const [userId, choices] of await this.users.presenceChoices(userIds)) {
        this.choose(userId, choices);
      }
    } catch (error) {
      // Nobody sees them until it is known whether they want that.
      this.logger.warn({ error }, 'It is not known how people want to be seen');
      userIds.forEach((userId) => this.unknown.add(userId));
      this.retry = setTimeout(() => this.asking.want(), ASK_AGAIN).unref();
    }
  }

  private choose(userId: string, choices: PresenceChoices): void {
    this.here.choose(userId, choices);
    void this.events.publish(new StandingChanged(userId));
  }
}
