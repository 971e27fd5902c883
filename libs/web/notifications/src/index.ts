import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

export { startNotifications } from './start-notifications';
export { NotificationsPopover } from './notifications-popover';

export const notificationRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('notifications')],
    loadComponent: async () => (await import('./notifications-page')).NotificationsPage,
  },
];
