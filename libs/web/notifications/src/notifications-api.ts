import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { NotificationPage, UnreadNotifications } from '@parley/contracts';
import type { Observable } from 'rxjs';

@Service()
export class NotificationsApi {
  private readonly http = inject(HttpClient);

  page(cursor?: string | null): Observable<NotificationPage> {
    return this.http.get<NotificationPage>('/api/notifications', { params: { ...(cursor && { cursor }) } });
  }

  unreadCount(): Observable<UnreadNotifications> {
    return this.http.get<UnreadNotifications>('/api/notifications/unread-count');
  }

  /** Without ids: all of them. */
  read(ids?: readonly string[]): Observable<unknown> {
    return this.http.post('/api/notifications/read', { ...(ids && { ids }) });
  }
}
