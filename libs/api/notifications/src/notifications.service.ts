import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { Notification, NotificationPage, PageQuery, UnreadNotifications } from '@parley/contracts';
import { type NotificationRow, toNotification } from './notification.mapper.js';
import { NotificationRepository } from './notification.repository.js';
import { ReadingService } from './reading/reading.service.js';

@Injectable()
export class NotificationsService {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly reading: ReadingService,
    private readonly users: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  /** @throws DomainError `request.invalid-cursor` */
  async page(query: PageQuery, { userId }: Actor): Promise<NotificationPage> {
    await this.reading.catchUp(userId);
    const { rows, nextCursor } = await readPage(this.cursors, `notifications?of=${userId}`, query, {
      read: (limit, after) => {
        const place = after ? { createdAt: String(after[0]), id: String(after[1]) } : null;
        return this.notifications.page(userId, place, limit);
      },
      keyOf: (row) => [row.createdAt.toISOString(), row.id],
    });
    return { items: await this.views(rows), nextCursor };
  }

  async unreadCount({ userId }: Pick<Actor, 'userId'>): Promise<UnreadNotifications> {
    await this.reading.catchUp(userId);
    const counts = await this.notifications.unreadCounts([userId]);
    return { count: counts.get(userId) ?? 0 };
  }

  /** How many each of these people has not read; who has none is absent. */
  unreadCounts(userIds: readonly string[]): Promise<Map<string, number>> {
    return this.notifications.unreadCounts(userIds);
  }

  /** These, with who is told, in the order in which they were made. */
  async byIds(ids: readonly string[]): Promise<{ userId: string; notification: Notification }[]> {
    const rows = await this.notifications.byIds(ids);
    const views = await this.views(rows);
    return rows.flatMap(({ userId }, place) => {
      const notification = views[place];
      return notification ? [{ userId, notification }] : [];
    });
  }

  private async views(rows: readonly NotificationRow[]): Promise<Notification[]> {
    const people = await this.users.byIds(rows.flatMap(({ actorId }) => actorId ?? []));
    return rows.map((row) => toNotification(row, people));
  }
}
