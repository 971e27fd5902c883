import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { authRoutes } from './auth-routes.js';
import { fileRoutes } from './role-matrix-files.js';
import { peopleRoutes } from './role-matrix-people.js';
import { notificationRoutes } from './notification-routes.js';
import { roomSettingsRoutes } from './role-matrix-rooms.js';
import { type Command, everybody, type Expected, type Routes, signedIn, UNKNOWN } from './roles.js';
import { HIDDEN_MESSAGE, inside, NOT_MINE, OUTSIDE, REFUSED, room, visible } from './room-columns.js';

const reaction = (messageId: string) => `/api/messages/${messageId}/reactions/${encodeURIComponent('👍')}`;

/** Every route, and who may. Variants of a route are told apart by what follows it in brackets. */
export const routes: Routes = {
  'GET /api/instance': { call: (who) => who.get('/api/instance'), expected: everybody(200) },
  'GET /api/health/live': { call: (who) => who.get('/api/health/live'), expected: everybody(200) },
  'GET /api/health/ready': { call: (who) => who.get('/api/health/ready'), expected: everybody(200) },

  ...authRoutes,

  ...peopleRoutes,
  'GET /api/users': { call: (who) => who.get('/api/users'), expected: signedIn(200) },
  'GET /api/users/me': { call: (who) => who.get('/api/users/me'), expected: signedIn(200) },
  'PATCH /api/users/me': { call: (who) => who.patch('/api/users/me', {}), expected: signedIn(200) },
  'GET /api/users/{idOrUsername}': {
    call: (who, { newcomerId }) => who.get(`/api/users/${newcomerId}`),
    expected: signedIn(200),
  },

  'GET /api/chatrooms': { call: (who) => who.get('/api/chatrooms'), expected: signedIn(200) },
  'GET /api/chatrooms/mine': { call: (who) => who.get('/api/chatrooms/mine'), expected: signedIn(200) },
  'POST /api/chatrooms': {
    call: (who) => who.post('/api/chatrooms', { name: randomUUID(), visibility: 'public' }),
    expected: signedIn(201),
  },
  'PUT /api/chatrooms/direct': {
    call: (who, { newcomerId }) => who.put('/api/chatrooms/direct', { userIds: [newcomerId] }),
    expected: signedIn(200),
  },
  'GET /api/chatrooms/{id}': { call: (who, place) => who.get(room(place)), expected: visible(200) },
  'PATCH /api/chatrooms/{id}': {
    call: (who, place) => who.patch(room(place), { topic: randomUUID() }),
    expected: inside(REFUSED, 200),
  },
  'DELETE /api/chatrooms/{id}': {
    call: (who, place) => who.delete(room(place)),
    // Once the owner has deleted it, there is none.
    expected: inside(REFUSED, REFUSED, 204),
  },
  'PUT /api/chatrooms/{id}/read': {
    call: (who, place) => who.put(`${room(place)}/read`, { seq: 1 }),
    expected: inside(204),
  },
  'PUT /api/chatrooms/{id}/unread': {
    call: (who, place) => who.put(`${room(place)}/unread`, { seq: 1 }),
    expected: inside(204),
  },
  'GET /api/chatrooms/{id}/receipts': {
    call: (who, place) => who.get(`${room(place)}/receipts`),
    expected: inside(200),
  },
  'POST /api/chatrooms/{id}/join': {
    call: (who, place) => who.post(`${room(place)}/join`),
    expected: visible(200),
  },
  'POST /api/chatrooms/{id}/leave': {
    call: (who, place) => who.post(`${room(place)}/leave`),
    expected: inside(204, 204, 'room.last-owner'),
  },
  'GET /api/chatrooms/{id}/members': {
    call: (who, place) => who.get(`${room(place)}/members`),
    expected: visible(200),
  },
  'POST /api/chatrooms/{id}/members': {
    call: (who, place) => who.post(`${room(place)}/members`, { userIds: [place.newcomerId] }),
    expected: inside(REFUSED, 204),
  },
  'PATCH /api/chatrooms/{id}/members/{userId}': {
    call: (who, place) => who.patch(`${room(place)}/members/${place.targetId}`, { role: 'owner' }),
    expected: inside(REFUSED, REFUSED, 204),
  },
  'PATCH /api/chatrooms/{id}/members/{userId} (oneself)': {
    call: (who, place) => who.patch(`${room(place)}/members/${who.id}`, { role: 'owner' }),
    expected: inside(REFUSED, REFUSED, 204),
  },
  'DELETE /api/chatrooms/{id}/members/{userId}': {
    call: (who, place) => who.delete(`${room(place)}/members/${place.targetId}`),
    expected: inside(REFUSED, 204),
  },
  'PATCH /api/chatrooms/{id}/membership': {
    call: (who, place) => who.patch(`${room(place)}/membership`, { favourite: true }),
    expected: inside(200),
  },

  ...roomSettingsRoutes,
  ...fileRoutes,

  'GET /api/chatrooms/{id}/messages': {
    call: (who, place) => who.get(`${room(place)}/messages`),
    expected: inside(200),
  },
  'POST /api/chatrooms/{id}/messages': {
    call: (who, place) => who.post(`${room(place)}/messages`, { body: 'hello' }),
    expected: inside(201),
  },
  'GET /api/chatrooms/{id}/changes': {
    call: (who, place) => who.get(`${room(place)}/changes?since=0`),
    expected: inside(200),
  },
  'PATCH /api/messages/{id}': {
    call: (who, { messageId }) => who.patch(`/api/messages/${messageId}`, { body: 'other' }),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, NOT_MINE, NOT_MINE, NOT_MINE, HIDDEN_MESSAGE],
  },
  'PATCH /api/messages/{id} (one’s own)': {
    call: (who, { ownMessageId }) => who.patch(`/api/messages/${ownMessageId}`, { body: 'other' }),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 200, 200, 200, HIDDEN_MESSAGE],
  },
  'GET /api/messages/{id}/receipts': {
    call: (who, { messageId }) => who.get(`/api/messages/${messageId}/receipts`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 200, 200, 200, HIDDEN_MESSAGE],
  },
  'DELETE /api/messages/{id}': {
    call: (who, { messageId }) => who.delete(`/api/messages/${messageId}`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, NOT_MINE, 204, 204, HIDDEN_MESSAGE],
  },
  'DELETE /api/messages/{id} (one’s own)': {
    call: (who, { ownMessageId }) => who.delete(`/api/messages/${ownMessageId}`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 204, 204, 204, HIDDEN_MESSAGE],
  },

  'GET /api/search': { call: (who) => who.get('/api/search?q=hello'), expected: signedIn(200) },
  'GET /api/search (in a room)': {
    call: (who, { roomId }) => who.get(`/api/search?q=hello&roomId=${roomId}`),
    expected: inside(200),
  },
  'PUT /api/messages/{id}/reactions/{emoji}': {
    call: (who, { messageId }) => who.put(reaction(messageId)),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 200, 200, 200, HIDDEN_MESSAGE],
  },
  'DELETE /api/messages/{id}/reactions/{emoji}': {
    call: (who, { messageId }) => who.delete(reaction(messageId)),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 200, 200, 200, HIDDEN_MESSAGE],
  },
  'PUT /api/messages/{id}/pin': {
    call: (who, { messageId }) => who.put(`/api/messages/${messageId}/pin`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, NOT_MINE, 200, 200, HIDDEN_MESSAGE],
  },
  'DELETE /api/messages/{id}/pin': {
    call: (who, { messageId }) => who.delete(`/api/messages/${messageId}/pin`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, NOT_MINE, 200, 200, HIDDEN_MESSAGE],
  },
  'GET /api/messages/{id}/edits': {
    call: (who, { messageId }) => who.get(`/api/messages/${messageId}/edits`),
    expected: [UNKNOWN, OUTSIDE, HIDDEN_MESSAGE, 200, 200, 200, HIDDEN_MESSAGE],
  },
  'GET /api/chatrooms/{id}/pins': {
    call: (who, place) => who.get(`${room(place)}/pins`),
    expected: inside(200),
  },

  ...notificationRoutes,

  // The last one, because it ends everybody's session.
  'POST /api/auth/logout': { call: (who) => who.post('/api/auth/logout'), expected: everybody(204) },
};

/** Every command of the socket, and who may; nobody gets that far. */
export const socketCommands: Record<string, { call: Command; expected: Expected }> = {
  'auth:refresh': {
    call: (socket, _, { token }) => socket.emitWithAck('auth:refresh', { token }),
    expected: signedIn('ok'),
  },
  sync: { call: (socket) => socket.emitWithAck('sync', { rooms: {} }), expected: signedIn('ok') },
  'room:read': {
    call: (socket, { roomId }) => socket.emitWithAck('room:read', { roomId, seq: 1 }),
    expected: inside('ok'),
  },
  'presence:set': {
    call: (socket) => socket.emitWithAck('presence:set', { status: 'online' }),
    expected: signedIn('ok'),
  },
  'presence:watch': {
    call: (socket, { targetId }) => socket.emitWithAck('presence:watch', { userIds: [targetId] }),
    expected: signedIn('ok'),
  },
  'room:delivered': {
    call: (socket, { roomId }) => socket.emitWithAck('room:delivered', { roomId, seq: 1 }),
    expected: inside('ok'),
  },
  'typing:start': {
    call: (socket, { roomId }) => socket.emitWithAck('typing:start', { roomId }),
    expected: inside('ok'),
  },
  'typing:stop': {
    call: (socket, { roomId }) => socket.emitWithAck('typing:stop', { roomId }),
    expected: inside('ok'),
  },
  'room:unread': {
    call: (socket, { roomId }) => socket.emitWithAck('room:unread', { roomId, seq: 1 }),
    expected: inside('ok'),
  },
  'message:send': {
    call: (socket, { roomId }) => socket.emitWithAck('message:send', { id: uuidv7(), roomId, body: 'hello' }),
    expected: inside('ok'),
  },
};
