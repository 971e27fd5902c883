import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, Matches } from 'class-validator';
import { limits } from '../limits.js';
import { presenceChoices } from '../presence/presence.dto.js';
import { PageEnd, PageQuery } from '../paging/paging.dto.js';
import { IsText, IsTextOrEmpty, IsTime, MayBeAbsent, MayBeNull } from '../validation/validators.js';

/** A person as everybody sees them. */
export class User {
  id!: string;
  username!: string;
  displayName!: string;
  avatarUrl!: string | null;
  bio!: string;
  statusEmoji!: string;
  statusText!: string;
  /** When the status ends by itself. */
  statusExpiresAt!: string | null;
  createdAt!: string;
  /** The account is gone; the name stands for what it left behind. */
  deleted!: boolean;
}

/** A person as they see themselves. */
export class Me extends User {
  email!: string;
  emailVerified!: boolean;
  twoFactorEnabled!: boolean;
  /** A language tag such as `en` or `de`. */
  locale!: string;
  readReceipts!: boolean;
  showPresence!: boolean;
  /** How one wants to be seen while one is there. */
  presence!: 'online' | 'away' | 'dnd' | 'invisible';
  role!: 'user' | 'admin';
}

/** A person as their page shows them. */
export class Profile extends User {
  followerCount!: number;
  followingCount!: number;
  postCount!: number;
  followedByMe!: boolean;
  followsMe!: boolean;
  blockedByMe!: boolean;
}

export class UserPage extends PageEnd {
  items!: User[];
}

/** The path of a person: their id, or their user name. */
export class UserPath {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @Matches(/^[a-z0-9_.-]{3,36}$/, { message: 'must be an id or a user name' })
  idOrUsername!: string;
}

/** The query of `GET /users`. */
export class DirectoryQuery extends PageQuery {
  /** A part of the user name or of the display name. */
  @MayBeAbsent()
  @IsTextOrEmpty(limits.search.query)
  query?: string;
}

/** The body of `PATCH /users/me`: what is left out stays as it is. */
export class UpdateMe {
  @MayBeAbsent()
  @IsText(limits.user.displayName)
  displayName?: string;

  @MayBeAbsent()
  @IsTextOrEmpty(limits.user.bio)
  bio?: string;

  @MayBeAbsent()
  @IsTextOrEmpty(limits.user.statusEmoji)
  statusEmoji?: string;

  @MayBeAbsent()
  @IsTextOrEmpty(limits.user.statusText)
  statusText?: string;

  /** Null: the status stays until it is changed. */
  @MayBeNull()
  @IsTime()
  statusExpiresAt?: string | null;

  @MayBeAbsent()
  @IsIn(['en', 'de'])
  locale?: string;

  @MayBeAbsent()
  @IsBoolean()
  readReceipts?: boolean;

  @MayBeAbsent()
  @IsBoolean()
  showPresence?: boolean;

  @MayBeAbsent()
  @IsIn(presenceChoices)
  presence?: 'online' | 'away' | 'dnd' | 'invisible';
}

/** The person has changed something about themselves on one of their devices. */
export class MeChanged {
  me!: Me;
}
