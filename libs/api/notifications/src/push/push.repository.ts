import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import type { Repository } from 'typeorm';
import { PushSubscriptionEntity } from './push-subscription.entity.js';

export type NewSubscription = Omit<PushSubscriptionEntity, 'id' | 'createdAt'>;

/** Whose session has not ended. */
const IS_OPEN = `(s.session_id IS NULL OR EXISTS (
  SELECT FROM sessions AS o WHERE o.id = s.session_id AND o.revoked_at IS NULL AND o.expires_at > now()))`;

@Injectable()
export class PushRepository {
  constructor(private readonly transactions: Transactions) {}

  /** A browser belongs to whoever used it last. Of too many the oldest go. */
  async save(subscription: NewSubscription): Promise<void> {
    await this.table.upsert({ id: uuidv7(), ...subscription }, ['endpoint']);
    await this.transactions.manager.query(
      `DELETE FROM push_subscriptions WHERE id IN (
         SELECT id FROM push_subscriptions WHERE user_id = $1
         ORDER BY created_at DESC, id DESC OFFSET ${limits.notification.subscriptions})`,
      [subscription.userId],
    );
  }

  async remove(userId: string, endpoint: string): Promise<void> {
    await this.table.delete({ userId, endpoint });
  }

  async removeDead(id: string): Promise<void> {
    await this.table.delete({ id });
  }

  async of(userId: string): Promise<PushSubscriptionEntity[]> {
    return this.transactions.manager.query(
      `SELECT s.id, s.user_id AS "userId", s.session_id AS "sessionId", s.endpoint, s.p256dh, s.auth,
         s.created_at AS "createdAt"
       FROM push_subscriptions AS s WHERE s.user_id = $1 AND ${IS_OPEN} ORDER BY s.created_at`,
      [userId],
    );
  }

  /** Those of these people who have any. */
  async whoHas(userIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.transactions.manager.query<{ userId: string }[]>(
      `SELECT DISTINCT s.user_id AS "userId" FROM push_subscriptions AS s
       WHERE s.user_id = ANY($1) AND ${IS_OPEN}`,
      [userIds],
    );
    return new Set(rows.map(({ userId }) => userId));
  }

  private get table(): Repository<PushSubscriptionEntity> {
    return this.transactions.repository(PushSubscriptionEntity);
  }
}
