import { Injectable } from '@nestjs/common';
import { Jobs } from '@parley/api-core';
import type { MadeNotification } from '../notification.repository.js';
import { pushNotification, pushTest } from './push-jobs.js';
import { PushRepository } from './push.repository.js';

/** Milliseconds in which somebody may see it in the app, where it need not be sent. */
const DELAY = 4_000;

/** Asks for what is to be sent, in the transaction that makes it. */
@Injectable()
export class PushPlanning {
  constructor(
    private readonly subscriptions: PushRepository,
    private readonly jobs: Jobs,
  ) {}

  async plan(made: readonly MadeNotification[]): Promise<void> {
    const reachable = await this.subscriptions.whoHas([...new Set(made.map(({ userId }) => userId))]);
    for (const { id, userId } of made) {
      if (reachable.has(userId)) {
        await this.jobs.add(pushNotification, { notificationId: id }, id, DELAY);
      }
    }
  }

  /** One at a time, however often somebody asks. */
  test(userId: string): Promise<void> {
    return this.jobs.add(pushTest, { userId }, userId);
  }
}
