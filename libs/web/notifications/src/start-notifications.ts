import { inject } from '@angular/core';
import { NotificationToasts } from './notification-toasts';
import { NotificationsStore } from './notifications-store';

/** What goes on whatever page is open: counting what is unread, and saying what happens elsewhere. */
export function startNotifications(): void {
  inject(NotificationsStore);
  inject(NotificationToasts);
}
