import { JobKind } from '@parley/api-core';

/** To wake the devices of whoever has not seen it meanwhile. */
export const pushNotification = new JobKind<{ notificationId: string }>('notifications.push');
export const pushTest = new JobKind<{ userId: string }>('notifications.push-test');
