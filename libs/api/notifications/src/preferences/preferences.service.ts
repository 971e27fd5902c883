import { Injectable } from '@nestjs/common';
import { type Actor, Transactions } from '@parley/api-core';
import { defaultLevels, type NotificationPreferences } from '@parley/contracts';
import type { NotificationPreferencesEntity } from './notification-preferences.entity.js';
import { PreferencesRepository } from './preferences.repository.js';

@Injectable()
export class PreferencesService {
  constructor(
    private readonly preferences: PreferencesRepository,
    private readonly transactions: Transactions,
  ) {}

  async get({ userId }: Actor): Promise<NotificationPreferences> {
    return toPreferences(await this.preferences.find(userId));
  }

  replace(chosen: NotificationPreferences, { userId }: Actor): Promise<NotificationPreferences> {
    return this.transactions.run(async () => {
      await this.preferences.save(userId, chosen);
      return toPreferences(await this.preferences.find(userId));
    });
  }
}

function toPreferences(row: NotificationPreferencesEntity | null): NotificationPreferences {
  const { quietHours = [], timeZone = 'UTC', keywords = [] } = row ?? {};
  const { security, ...levels } = { ...defaultLevels, ...row?.kinds };
  const kinds = { ...levels, security: security === 'inbox' ? ('inbox' as const) : ('push' as const) };
  return { kinds, quietHours, timeZone, keywords };
}
