import { type Expected, type Place, UNKNOWN } from './roles.js';

export const OUTSIDE = 'room.not-a-member';
export const HIDDEN = 'room.not-found';
export const REFUSED = 'room.forbidden';
export const HIDDEN_MESSAGE = 'message.not-found';
export const NOT_MINE = 'message.forbidden';

/** For what is the matter of the people in a room. */
export const inside = (member: number | string, admin = member, owner = admin): Expected => [
  ...[UNKNOWN, OUTSIDE, HIDDEN, member, admin, owner, HIDDEN],
];
/** For what everybody sees of a public room. */
export const visible = (status: number): Expected => [
  ...[UNKNOWN, status, HIDDEN, status, status, status, HIDDEN],
];

export const room = ({ roomId }: Place) => `/api/chatrooms/${roomId}`;
