import { everybody, type Routes, signedIn } from './roles.js';
import { inside, REFUSED, room } from './room-columns.js';

/** The smallest picture there is. */
const DOT = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

/** Links into rooms, and what rooms look like. */
export const roomSettingsRoutes: Routes = {
  'PUT /api/chatrooms/{id}/picture': {
    call: (who, place) => who.upload(`${room(place)}/picture`, DOT),
    expected: inside(REFUSED, 200),
  },
  'DELETE /api/chatrooms/{id}/picture': {
    call: (who, place) => who.delete(`${room(place)}/picture`),
    expected: inside(REFUSED, 200),
  },
  'GET /api/pictures/{hash}': {
    call: (who) => who.get(`/api/pictures/${'0'.repeat(64)}`),
    expected: everybody('file.not-found'),
  },
  'POST /api/chatrooms/{id}/invites': {
    call: (who, place) => who.post(`${room(place)}/invites`, { maxUses: 1 }),
    expected: inside(REFUSED, 201),
  },
  'GET /api/chatrooms/{id}/invites': {
    call: (who, place) => who.get(`${room(place)}/invites`),
    expected: inside(REFUSED, 200),
  },
  'GET /api/invites/{token}': {
    call: (who, { inviteToken }) => who.get(`/api/invites/${inviteToken}`),
    expected: everybody(200),
  },
  'POST /api/invites/{token}/accept': {
    call: (who, { inviteToken }) => who.post(`/api/invites/${inviteToken}/accept`),
    expected: signedIn(200),
  },
  'DELETE /api/chatrooms/invites/{token}': {
    call: (who, { inviteToken }) => who.delete(`/api/chatrooms/invites/${inviteToken}`),
    expected: inside(REFUSED, 204),
  },
};
