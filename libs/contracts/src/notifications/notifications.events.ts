import { NotificationCount, NotificationCreated } from './notifications.dto.js';

/** Server → client. */
export const notificationServerEvents = {
  'notification:created': NotificationCreated,
  'notification:count': NotificationCount,
} as const;
