import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { NotificationsMade } from '../notification.events.js';
import { type NewNotification, NotificationRepository } from '../notification.repository.js';
import { PreferencesRepository } from '../preferences/preferences.repository.js';
import { PushPlanning } from '../push/push-planning.js';
import { isWanted } from './audience.policy.js';

/** Makes notifications, each once. Belongs into the transaction that causes them, or into a job of it. */
@Injectable()
export class NotificationMaking {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly preferences: PreferencesRepository,
    private readonly push: PushPlanning,
    private readonly transactions: Transactions,
  ) {}

  /** Those that are wanted: whoever makes these has asked. */
  async make(wishes: readonly NewNotification[]): Promise<void> {
    if (wishes.length > 0) {
      const made = await this.notifications.insert(wishes);
      if (made.length > 0) {
        await this.push.plan(made);
        this.transactions.publish(new NotificationsMade(made));
      }
    }
  }

  /** What people have not turned off, and did not do themselves. */
  makeWanted(wishes: readonly NewNotification[]): Promise<void> {
    return this.transactions.run(async () => {
      const kinds = await this.preferences.kindsOf(wishes.map(({ userId }) => userId));
      await this.make(
        wishes.filter(
          ({ userId, actorId, kind }) => userId !== actorId && isWanted(kinds.get(userId) ?? {}, kind),
        ),
      );
    });
  }
}
