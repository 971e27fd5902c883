import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { KindLevels, NotificationPreferences } from '@parley/contracts';
import { In, type Repository } from 'typeorm';
import { NotificationPreferencesEntity } from './notification-preferences.entity.js';

@Injectable()
export class PreferencesRepository {
  constructor(private readonly transactions: Transactions) {}

  find(userId: string): Promise<NotificationPreferencesEntity | null> {
    return this.table.findOneBy({ userId });
  }

  /** Who has chosen nothing is absent. */
  async kindsOf(userIds: readonly string[]): Promise<Map<string, Partial<KindLevels>>> {
    const rows = await this.table.find({
      select: { userId: true, kinds: true },
      where: { userId: In([...new Set(userIds)]) },
    });
    return new Map(rows.map(({ userId, kinds }) => [userId, kinds]));
  }

  async save(userId: string, chosen: NotificationPreferences): Promise<void> {
    await this.table.upsert({ userId, ...chosen }, ['userId']);
  }

  private get table(): Repository<NotificationPreferencesEntity> {
    return this.transactions.repository(NotificationPreferencesEntity);
  }
}
