import type { Message } from '@parley/contracts';

/** What a room list shows of a room's messages. */
export interface MessageDigest {
  lastMessage: Message | null;
  /** Messages after the person's marker that are neither their own nor deleted; at most 999. */
  unread: number;
  /** Those of them that call the person by name. */
  mentions: number;
}

/** What rooms ask of their messages. Messages know rooms and not the other way round, so they provide it. */
export abstract class RoomMessages {
  /** Of the rooms that the person is in, by id of the room. */
  abstract digests(userId: string, roomIds: readonly string[]): Promise<Map<string, MessageDigest>>;

  /** The newest message, or null in an empty room. */
  abstract newest(roomId: string): Promise<Message | null>;
}
