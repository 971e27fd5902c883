import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import type { DeliveryList, SubscribePush } from '@parley/contracts';
import { DeliveryRepository } from './delivery.repository.js';
import { PushPlanning } from './push-planning.js';
import { PushRepository } from './push.repository.js';
import { PushSender } from './push-sender.js';

/** What people do about the devices that are woken for them. */
@Injectable()
export class PushService {
  constructor(
    private readonly subscriptions: PushRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly sender: PushSender,
    private readonly planning: PushPlanning,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `request.invalid` for an address that nothing may be sent to */
  async subscribe({ endpoint, keys }: SubscribePush, { userId, sessionId, scopes }: Actor): Promise<void> {
    this.sender.assertAllowed(endpoint);
    await this.transactions.run(() =>
      this.subscriptions.save({ userId, sessionId: scopes ? null : sessionId, endpoint, ...keys }),
    );
  }

  /** What is not there is gone already. */
  unsubscribe(endpoint: string, { userId }: Actor): Promise<void> {
    return this.subscriptions.remove(userId, endpoint);
  }

  /** Once at a time, however often it is asked for. */
  test({ userId }: Actor): Promise<void> {
    return this.transactions.run(() => this.planning.test(userId));
  }

  async recentDeliveries({ userId }: Actor): Promise<DeliveryList> {
    const rows = await this.deliveries.newest(userId);
    const items = rows.map(({ id, notificationId, channel, outcome, detail, createdAt }) => ({
      ...{ id, notificationId, channel, outcome, detail, createdAt: createdAt.toISOString() },
    }));
    return { items };
  }
}
