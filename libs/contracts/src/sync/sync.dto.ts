import { Type } from 'class-transformer';
import { IsInt, Max, Min, ValidateBy } from 'class-validator';
import { limits } from '../limits.js';
import { Message } from '../messages/messages.dto.js';
import { MemberChanged, Room, SharedRoom } from '../rooms/rooms.dto.js';
import { IsId, MayBeAbsent } from '../validation/validators.js';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `{ [roomId]: lastChange }`, for at most as many rooms as somebody can have. */
function IsRoomChanges(): PropertyDecorator {
  return ValidateBy({
    name: 'isRoomChanges',
    constraints: [limits.room.mine],
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length <= limits.room.mine &&
        Object.entries(value).every(
          ([id, change]) => ID.test(id) && Number.isSafeInteger(change) && Number(change) >= 0,
        ),
      defaultMessage: () => 'must map ids of rooms to the last change that is known of each',
    },
  });
}

/** The payload of `sync`, which a client sends after every connect. */
export class Sync {
  /** The rooms that the client has, each with the last change it has applied. */
  @IsRoomChanges()
  rooms!: Record<string, number>;
}

export class Synced {
  /** All rooms of the person. */
  rooms!: Room[];
  /** The rooms whose last change differs from what the client has: it reads their changes. */
  stale!: string[];
  unreadNotifications!: number;
  /** Another one than before means that a backup was restored: the client drops what it has. */
  generation!: string;
}

/** The query of `GET /chatrooms/:id/changes`. */
export class RoomChangesQuery {
  /** The last change that the client has applied. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  since!: number;

  /** Of another database than this one: the answer is a reset. */
  @MayBeAbsent()
  @IsId()
  generation?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.page.max)
  limit: number = limits.page.default;
}

/** The latest version of everything in a room that changed after `since`, ascending by `change`. */
export class RoomChanges {
  /** After applying this answer, the client has every change up to here. */
  upTo!: number;
  /** There is more: ask again with `since` = `upTo`. */
  more!: boolean;
  /** Too far behind, or another generation: drop what is there and read the newest page. */
  reset!: boolean;
  messages!: Message[];
  members!: MemberChanged[];
  /** When the room itself changed. */
  room?: SharedRoom;
}

/** The payload of `room:read`, and the body of `PUT /chatrooms/:id/read` has its `seq`. */
export class ReadRoomCommand {
  @IsId()
  roomId!: string;

  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;
}

export class ReadRoom {
  /** Everything up to here was read. More than there is means all. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;
}

/** The payload of `room:unread`, and the body of `PUT /chatrooms/:id/unread` has its `seq`. */
export class MarkUnread {
  /** From this message on the room counts as unread. More than there is means the newest one. */
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;
}

export class MarkUnreadCommand extends MarkUnread {
  @IsId()
  roomId!: string;
}

export class ReadMarker {
  lastReadSeq!: number;
  /** The message from which on the person wants to read again; null when there is none. */
  unreadFrom!: number | null;
  unread!: number;
  mentions!: number;
}

/** The person read on another device, or marked something as unread. */
export class RoomMarker extends ReadMarker {
  roomId!: string;
}

/** The last change of rooms that changed lately: who has less has missed something. */
export class RoomHeads {
  rooms!: Record<string, number>;
  generation!: string;
}
