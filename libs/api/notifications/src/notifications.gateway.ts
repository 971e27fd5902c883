import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, type RealtimeServer } from '@parley/api-core';
import { NotificationsMade, NotificationsRead } from './notification.events.js';
import { NotificationsService } from './notifications.service.js';

/** Notifications that are read from the database at once: a call for everybody may make thousands. */
const AT_ONCE = 200;

@Gateway()
export class NotificationsGateway implements OnGatewayInit<RealtimeServer> {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly events: DomainEvents,
  ) {}

  /** To all devices of the person it is about. */
  afterInit(server: RealtimeServer): void {
    this.events.on(NotificationsMade, async ({ made }) => {
      for (let from = 0; from < made.length; from += AT_ONCE) {
        const ids = made.slice(from, from + AT_ONCE).map(({ id }) => id);
        for (const { userId, notification } of await this.notifications.byIds(ids)) {
          server.to(channelOf.user(userId)).emit('notification:created', { notification });
        }
      }
      await this.tellCounts(
        server,
        made.map(({ userId }) => userId),
      );
    });
    this.events.on(NotificationsRead, ({ userIds }) => this.tellCounts(server, userIds));
  }

  private async tellCounts(server: RealtimeServer, userIds: readonly string[]): Promise<void> {
    const people = [...new Set(userIds)];
    const counts = await this.notifications.unreadCounts(people);
    for (const userId of people) {
      server.to(channelOf.user(userId)).emit('notification:count', { count: counts.get(userId) ?? 0 });
    }
  }
}
