import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { limits } from '../limits.js';
import { PageEnd } from '../paging/paging.dto.js';
import { User } from '../users/users.dto.js';
import { IsIdListOrEmpty, IsTextList, MayBeAbsent } from '../validation/validators.js';
import { notificationLevels } from './notification-kinds.js';
import { isTimeZone } from './quiet-hours.js';

/** Something that a person is told of. */
export class Notification {
  id!: string;
  kind!: 'message' | 'mention' | 'reply' | 'reaction' | 'invite' | 'follow' | 'post' | 'comment' | 'security';
  /** Who did it; null when nobody did, or when they are gone. */
  actor!: User | null;
  roomId?: string;
  /** The name of the room; empty when it has none, as direct rooms. */
  roomName?: string;
  messageId?: string;
  /** The number of the message in its room. */
  seq?: number;
  postId?: string;
  commentId?: string;
  /**
   * The beginning of what was written; of a reaction the emoji; of `security` what happened: `new-device`,
   * `password-changed`, `email-changed`, `second-factor-on` or `-off`, `passkey-added` or `-removed`, `provider-linked` or `-unlinked`. Empty when there are no words.
   */
  text!: string;
  createdAt!: string;
  readAt!: string | null;
}

export class NotificationPage extends PageEnd {
  /** The newest first. */
  items!: Notification[];
}

export class UnreadNotifications {
  /** At most 999. */
  count!: number;
}

/** The body of `POST /notifications/read`. */
export class ReadNotifications {
  /** What was read; without it, everything. */
  @MayBeAbsent()
  @IsIdListOrEmpty(limits.page.max)
  ids?: string[];
}

/** Something new, as its person sees it. */
export class NotificationCreated {
  notification!: Notification;
}

/** How many are unread, whenever that changes. */
export class NotificationCount {
  /** At most 999. */
  count!: number;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function IsTimeZone(): PropertyDecorator {
  return ValidateBy({
    name: 'isTimeZone',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isTimeZone(value),
      defaultMessage: () => 'must be a time zone such as Europe/Berlin',
    },
  });
}

/** A time of rest that begins on one day of the week. When it ends before it begins, it lasts into the next day. */
export class QuietHours {
  /** 0 is Sunday. */
  @IsInt()
  @Min(0)
  @Max(6)
  day!: number;

  /** `22:00` */
  @Matches(CLOCK, { message: 'must be a time of day such as 22:00' })
  from!: string;

  /** `07:00` */
  @Matches(CLOCK, { message: 'must be a time of day such as 07:00' })
  to!: string;
}

/** How loud each kind is: `off`, `inbox` (the page of notifications) or `push` (devices that are asleep as well). */
export class KindLevels {
  @IsIn(notificationLevels)
  message!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  mention!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  reply!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  reaction!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  invite!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  follow!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  post!: 'off' | 'inbox' | 'push';

  @IsIn(notificationLevels)
  comment!: 'off' | 'inbox' | 'push';

  /** What concerns the safety of the account is always kept: never `off`. */
  @IsIn(['inbox', 'push'])
  security!: 'inbox' | 'push';
}

/** What `GET /notifications/preferences` answers, and the body of `PUT`. */
export class NotificationPreferences {
  @ValidateNested()
  @Type(() => KindLevels)
  kinds!: KindLevels;

  /** Times in which nothing makes itself heard. Notifications are kept all the same. */
  @IsArray()
  @ArrayMaxSize(limits.notification.quietSpans)
  @ValidateNested({ each: true })
  @Type(() => QuietHours)
  quietHours!: QuietHours[];

  /** Whose clocks the quiet hours go by, such as `Europe/Berlin`. */
  @IsTimeZone()
  timeZone!: string;

  /** Words that call as a mention does, in any room one is in. */
  @IsTextList(limits.notification.keywords, limits.notification.keyword)
  keywords!: string[];
}
