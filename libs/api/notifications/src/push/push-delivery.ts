import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import { defaultLevels, type Delivery, isQuiet, type Me, type Notification } from '@parley/contracts';
import { NotificationsService } from '../notifications.service.js';
import { PreferencesRepository } from '../preferences/preferences.repository.js';
import { PushDevices } from './push-devices.js';
import { pushNotification, pushTest } from './push-jobs.js';
import { testMessage, toPushMessage } from './push-message.js';

/** After so many attempts a device that does not answer has missed it. */
const MOST_ATTEMPTS = 5;

/** Wakes the devices of whoever has not seen it, and notes for each why it did or did not arrive. */
@Injectable()
export class PushDelivery implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly notifications: NotificationsService,
    private readonly preferences: PreferencesRepository,
    private readonly accounts: Accounts,
    private readonly devices: PushDevices,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(pushNotification, ({ payload, attempt }) =>
      this.deliver(payload.notificationId, attempt >= MOST_ATTEMPTS),
    );
    this.jobs.handle(pushTest, async ({ payload: { userId } }) => {
      const account = await this.accounts.find(userId);
      const { count } = await this.notifications.unreadCount({ userId });
      const message = testMessage(account?.me.locale ?? 'en', count);
      await this.devices.send({ userId, notificationId: null, message }, true);
    });
  }

  private async deliver(id: string, isLast: boolean): Promise<void> {
    const [found] = await this.notifications.byIds([id]);
    const account = found && (await this.accounts.find(found.userId));
    if (!account) {
      return;
    }
    const { userId, notification } = found;
    const reason = await this.reasonAgainst(notification, account.me);
    if (reason) {
      await this.devices.note({ userId, notificationId: id }, reason);
      return;
    }
    const { count } = await this.notifications.unreadCount({ userId });
    const message = toPushMessage(notification, account.me.locale, count);
    await this.devices.send({ userId, notificationId: id, message }, isLast);
  }

  private async reasonAgainst(
    { kind, readAt }: Notification,
    { id, presence }: Me,
  ): Promise<Delivery['outcome'] | null> {
    if (readAt !== null) {
      return 'seen';
    }
    const chosen = await this.preferences.find(id);
    if ((chosen?.kinds[kind] ?? defaultLevels[kind]) !== 'push') {
      return 'off';
    }
    const isResting = chosen !== null && isQuiet(chosen.quietHours, chosen.timeZone, new Date());
    return isResting || presence === 'dnd' ? 'quiet' : null;
  }
}
