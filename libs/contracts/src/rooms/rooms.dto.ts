import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { limits } from '../limits.js';
import { Message } from '../messages/messages.dto.js';
import { PageEnd, PageQuery } from '../paging/paging.dto.js';
import { User } from '../users/users.dto.js';
import {
  IsClientId,
  IsId,
  IsIdList,
  IsText,
  IsTextOrEmpty,
  IsTime,
  MayBeAbsent,
  MayBeNull,
} from '../validation/validators.js';

export const roomRoles = ['owner', 'admin', 'member'] as const;
export type RoomRole = (typeof roomRoles)[number];
export type RoomKind = 'channel' | 'group' | 'direct';
export type RoomVisibility = 'public' | 'private';
export type RoomPosting = 'everyone' | 'admins';

/** One's own place in a room. */
export class Membership {
  role!: 'owner' | 'admin' | 'member';
  joinedAt!: string;
  /** Everything up to here was read. Only grows. */
  lastReadSeq!: number;
  lastDeliveredSeq!: number;
  /**
   * The message from which on one wants to read again, marked by hand; null when there is none. Reading in the room
   * takes the mark away.
   */
  unreadFrom!: number | null;
  /** Messages after `lastReadSeq`, or from `unreadFrom` on, that are neither one's own nor deleted; at most 999. */
  unread!: number;
  /** Those of them that call one by name, or everybody; at most 999. */
  mentions!: number;
  notify!: 'all' | 'mentions' | 'none';
  mutedUntil!: string | null;
  favourite!: boolean;
}

/** A room as it is for everybody. */
export class SharedRoom {
  id!: string;
  kind!: 'channel' | 'group' | 'direct';
  /** Empty for direct rooms and for groups without a name: `peers` name those. */
  name!: string;
  topic!: string;
  visibility!: 'public' | 'private';
  encryption!: 'megolm-v1' | null;
  memberCount!: number;
  /** The number of the newest message; 0 in an empty room. */
  lastSeq!: number;
  /** The number of the newest visible change. */
  lastChange!: number;
  lastMessage!: Message | null;
  /** Below the address of the server; null when it has none. The same address is the same picture for ever. */
  pictureUrl!: string | null;
  /** Who may write: in a room of announcements its owners and admins alone. */
  posting!: 'everyone' | 'admins';
  /** Seconds between two messages of a member; 0: as they like. Owners and admins are exempt. */
  slowModeSeconds!: number;
  createdAt!: string;
  archivedAt!: string | null;
}

/** A room as one person sees it. */
export class Room extends SharedRoom {
  /** The others in a direct room or in a group, at most 5. */
  peers!: User[];
  /** Null when one is not in the room. */
  me!: Membership | null;
}

export class Member {
  user!: User;
  role!: 'owner' | 'admin' | 'member';
  joinedAt!: string;
}

export class RoomPage extends PageEnd {
  items!: Room[];
}

export class RoomList {
  items!: Room[];
}

export class MemberPage extends PageEnd {
  items!: Member[];
}

/** The path of everything in a room. */
export class RoomPath {
  @IsId()
  id!: string;
}

/** The path of one member of a room. */
export class MemberPath extends RoomPath {
  @IsId()
  userId!: string;
}

/** The query of `GET /chatrooms/:id/members`. */
export class MembersQuery extends PageQuery {
  /** A part of the user name or of the display name. */
  @MayBeAbsent()
  @IsTextOrEmpty(limits.search.query)
  query?: string;
}

/** The query of `GET /chatrooms`. */
export class RoomDirectoryQuery extends PageQuery {
  /** A part of the name or of the topic. */
  @MayBeAbsent()
  @IsTextOrEmpty(limits.search.query)
  query?: string;
}

/** The body of `POST /chatrooms`. */
export class CreateRoom {
  /** Made once per user action: sending it again is answered as the first time. */
  @MayBeAbsent()
  @IsClientId()
  id?: string;

  @IsText(limits.room.name)
  name!: string;

  @MayBeAbsent()
  @IsTextOrEmpty(limits.room.topic)
  topic?: string;

  @IsIn(['public', 'private'])
  visibility!: 'public' | 'private';

  /** Who is in the room from the start, besides its maker. */
  @MayBeAbsent()
  @IsIdList(limits.room.membersPerRequest)
  memberIds?: string[];
}

/** The body of `PATCH /chatrooms/:id`: what is left out stays as it is. */
export class UpdateRoom {
  @MayBeAbsent()
  @IsText(limits.room.name)
  name?: string;

  @MayBeAbsent()
  @IsTextOrEmpty(limits.room.topic)
  topic?: string;

  @MayBeAbsent()
  @IsIn(['public', 'private'])
  visibility?: 'public' | 'private';

  @MayBeAbsent()
  @IsBoolean()
  archived?: boolean;

  @MayBeAbsent()
  @IsIn(['everyone', 'admins'])
  posting?: 'everyone' | 'admins';

  /** 0: members write as often as they like. */
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(limits.slowMode.seconds)
  slowModeSeconds?: number;
}

/** The body of `PUT /chatrooms/direct`. */
export class OpenDirectRoom {
  /** One other person for a direct room, more for a group. */
  @IsIdList(limits.room.groupMembers - 1)
  userIds!: string[];
}

/** The body of `POST /chatrooms/:id/members`. */
export class AddMembers {
  @IsIdList(limits.room.membersPerRequest)
  userIds!: string[];
}

/** The body of `PATCH /chatrooms/:id/members/:userId`. */
export class ChangeRole {
  @IsIn(roomRoles)
  role!: 'owner' | 'admin' | 'member';
}

/** The body of `PATCH /chatrooms/:id/membership`: what is left out stays as it is. */
export class UpdateMembership {
  @MayBeAbsent()
  @IsIn(['all', 'mentions', 'none'])
  notify?: 'all' | 'mentions' | 'none';

  /** Null: not muted. */
  @MayBeNull()
  @IsTime()
  mutedUntil?: string | null;

  @MayBeAbsent()
  @IsBoolean()
  favourite?: boolean;
}

/** The person has chosen other settings for this room, on whatever device. */
export class MembershipSettings {
  roomId!: string;
  notify!: 'all' | 'mentions' | 'none';
  mutedUntil!: string | null;
  favourite!: boolean;
}

/** Name, topic, visibility, who may write or the archive mark changed. */
export class RoomChanged {
  room!: SharedRoom;
}

/** Somebody came, went, or has another role. */
export class MemberChanged {
  roomId!: string;
  change!: number;
  userId!: string;
  /** Null: no longer in the room. */
  member!: Member | null;
  /** How many are in the room now. */
  memberCount!: number;
}

/** The person is in this room now, on all of their devices. */
export class RoomJoined {
  room!: Room;
}

/** The person is no longer in this room, or the room is gone. */
export class RoomLeft {
  roomId!: string;
}
