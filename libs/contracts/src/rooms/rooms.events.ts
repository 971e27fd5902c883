import { MemberChanged, MembershipSettings, RoomChanged, RoomJoined, RoomLeft } from './rooms.dto.js';

/** Server → client. */
export const roomServerEvents = {
  'room:changed': RoomChanged,
  'member:changed': MemberChanged,
  'room:joined': RoomJoined,
  'room:left': RoomLeft,
  'room:settings': MembershipSettings,
} as const;
