import { randomUUID } from 'node:crypto';
import { type Routes, signedIn } from './roles.js';

/** What is about notifications, which are everybody's own. */
export const notificationRoutes: Routes = {
  'GET /api/notifications': { call: (who) => who.get('/api/notifications'), expected: signedIn(200) },
  'GET /api/notifications/unread-count': {
    call: (who) => who.get('/api/notifications/unread-count'),
    expected: signedIn(200),
  },
  'POST /api/notifications/read': {
    call: (who) => who.post('/api/notifications/read', { ids: [randomUUID()] }),
    expected: signedIn('notification.not-found'),
  },
  'GET /api/notifications/preferences': {
    call: (who) => who.get('/api/notifications/preferences'),
    expected: signedIn(200),
  },
  'PUT /api/notifications/preferences': {
    call: (who) => who.put('/api/notifications/preferences', {}),
    expected: signedIn('request.invalid'),
  },
  'GET /api/notifications/push/key': {
    call: (who) => who.get('/api/notifications/push/key'),
    expected: signedIn(200),
  },
  'POST /api/notifications/push/subscriptions': {
    call: (who) => who.post('/api/notifications/push/subscriptions', { endpoint: 'https://localhost/' }),
    expected: signedIn('request.invalid'),
  },
  'DELETE /api/notifications/push/subscriptions': {
    call: (who) =>
      who.delete('/api/notifications/push/subscriptions', { endpoint: 'https://push.example.org/' }),
    expected: signedIn(204),
  },
  'POST /api/notifications/push/test': {
    call: (who) => who.post('/api/notifications/push/test'),
    expected: signedIn(202),
  },
  'GET /api/notifications/deliveries': {
    call: (who) => who.get('/api/notifications/deliveries'),
    expected: signedIn(200),
  },
};
