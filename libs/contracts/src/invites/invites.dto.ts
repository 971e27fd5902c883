import { IsInt, Matches, Max, Min } from 'class-validator';
import { limits } from '../limits.js';
import { User } from '../users/users.dto.js';
import { IsTime, MayBeAbsent } from '../validation/validators.js';

/** What the secret part of a link looks like: 144 random bits. */
export const INVITE_TOKEN_PATTERN = /^[A-Za-z0-9_-]{24}$/;

/** A link by which people come into a room. */
export class Invite {
  token!: string;
  /** What is given to people: the page of the client that shows the room and lets them in. */
  url!: string;
  roomId!: string;
  /** Null when the account is gone. */
  createdBy!: User | null;
  createdAt!: string;
  /** Null: it does not expire. */
  expiresAt!: string | null;
  /** Null: for any number of people. */
  maxUses!: number | null;
  /** How many people came in by it. */
  uses!: number;
}

/** Links that still let people in, the newest first. */
export class InviteList {
  items!: Invite[];
}

/** What somebody sees who has the link, before they are in the room; they need not be signed in. */
export class InvitePreview {
  roomId!: string;
  kind!: 'channel' | 'group';
  /** Empty for a group without a name. */
  name!: string;
  topic!: string;
  pictureUrl!: string | null;
  memberCount!: number;
  /** Nobody comes into a room that is archived. */
  archived!: boolean;
  /** Null when the account is gone. */
  invitedBy!: User | null;
  expiresAt!: string | null;
}

/** The path of one invite. */
export class InvitePath {
  @Matches(INVITE_TOKEN_PATTERN, { message: 'must be the token of an invite' })
  token!: string;
}

/** The body of `POST /chatrooms/:id/invites`. */
export class CreateInvite {
  /** In the future. Left out: it does not expire. */
  @MayBeAbsent()
  @IsTime()
  expiresAt?: string;

  /** Left out: for any number of people. */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(limits.invite.uses)
  maxUses?: number;
}
