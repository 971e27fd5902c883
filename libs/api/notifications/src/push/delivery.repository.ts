import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Repository } from 'typeorm';
import { NotificationDeliveryEntity } from './notification-delivery.entity.js';

export type NewDelivery = Omit<NotificationDeliveryEntity, 'id' | 'createdAt'>;

@Injectable()
export class DeliveryRepository {
  constructor(private readonly transactions: Transactions) {}

  async add(delivery: NewDelivery): Promise<void> {
    await this.table.insert({ id: uuidv7(), ...delivery });
  }

  /** Subscriptions that have had their say about this one: they got it, or never will. */
  async settled(notificationId: string): Promise<Set<string>> {
    const rows = await this.table.find({
      select: { subscriptionId: true, outcome: true },
      where: { notificationId },
    });
    return new Set(
      rows.flatMap(({ subscriptionId, outcome }) =>
        subscriptionId !== null && outcome !== 'failed' ? [subscriptionId] : [],
      ),
    );
  }

  /** The newest first. */
  newest(userId: string): Promise<NotificationDeliveryEntity[]> {
    return this.table.find({
      where: { userId },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limits.notification.deliveries,
    });
  }

  private get table(): Repository<NotificationDeliveryEntity> {
    return this.transactions.repository(NotificationDeliveryEntity);
  }
}
