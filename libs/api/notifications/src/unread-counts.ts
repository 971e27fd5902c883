import { Injectable } from '@nestjs/common';
import type { UnreadNotificationCounts } from '@parley/api-core';
import { NotificationsService } from './notifications.service.js';

@Injectable()
export class UnreadCounts implements UnreadNotificationCounts {
  constructor(private readonly notifications: NotificationsService) {}

  async of(userId: string): Promise<number> {
    return (await this.notifications.unreadCount({ userId })).count;
  }
}
