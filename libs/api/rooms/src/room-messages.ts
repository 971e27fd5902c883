import type { Message, ReadMarker } from '@parley/contracts';

/** What a room list shows of a room's messages. */
export interface MessageDigest {
  lastMessage: Message | null;
  /** Messages after the person's marker that are neither their own nor deleted; at most 999. */
  unread: number;
  /** Those of them that call the person by name. */
  mentions: number;
}

/** Where a person is in a room. */
export interface ReaderPlace extends ReadMarker {
  roomId: string;
  userId: string;
}

/** What rooms ask of their messages. Messages know rooms and not the other way round, so they provide it. */
export abstract class RoomMessages {
  /** Of the rooms that the person is in, by id of the room. */
  abstract digests(userId: string, roomIds: readonly string[]): Promise<Map<string, MessageDigest>>;

  /** Of people in rooms that they are in. */
  abstract markers(places: readonly { roomId: string; userId: string }[]): Promise<ReaderPlace[]>;

  /** The newest message, or null in an empty room. */
  abstract newest(roomId: string): Promise<Message | null>;
}
