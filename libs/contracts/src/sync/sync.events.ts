import {
  MarkUnreadCommand,
  ReadMarker,
  ReadRoomCommand,
  RoomHeads,
  RoomMarker,
  Sync,
  Synced,
} from './sync.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const syncCommands = {
  sync: { payload: Sync, data: Synced },
  'room:read': { payload: ReadRoomCommand, data: ReadMarker },
  'room:unread': { payload: MarkUnreadCommand, data: ReadMarker },
} as const;

/** Server → client. */
export const syncServerEvents = {
  'room:marker': RoomMarker,
  'room:heads': RoomHeads,
} as const;
