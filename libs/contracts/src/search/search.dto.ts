import { IsIn, Matches } from 'class-validator';
import { limits } from '../limits.js';
import { Message } from '../messages/messages.dto.js';
import { PageEnd, PageQuery } from '../paging/paging.dto.js';
import { Room } from '../rooms/rooms.dto.js';
import { User } from '../users/users.dto.js';
import { IsDayOrMoment, IsId, IsTextOrEmpty, MayBeAbsent } from '../validation/validators.js';

export const searchedThings = ['messages', 'people', 'rooms', 'posts'] as const;

/** The query of `GET /search`. The last five are about messages alone. */
export class SearchQuery extends PageQuery {
  /**
   * Words that must all be there, `"whole words in this order"`, `-without`, `this or that`, and for messages
   * `from:ann in:general has:link before:2026-02-01 after:2026-01-01`; days are those of UTC.
   */
  @IsTextOrEmpty(limits.search.text)
  q: string = '';

  @IsIn(searchedThings)
  in: 'messages' | 'people' | 'rooms' | 'posts' = 'messages';

  /** Only in this room. */
  @MayBeAbsent()
  @IsId()
  roomId?: string;

  /** Only what this person wrote: an id or a user name. */
  @MayBeAbsent()
  @Matches(/^[A-Za-z0-9_.-]{2,36}$/, { message: 'must be an id or a user name' })
  from?: string;

  @MayBeAbsent()
  @IsIn(['file', 'link'])
  has?: 'file' | 'link';

  /** Only what was written before this day or moment. */
  @MayBeAbsent()
  @IsDayOrMoment()
  before?: string;

  /** Only what was written from the beginning of this day or moment on. */
  @MayBeAbsent()
  @IsDayOrMoment()
  after?: string;
}

/** A part of a text, in code points. */
export class HitRange {
  start!: number;
  /** The first one that is not part of it. */
  end!: number;
}

/** Something that was found. */
export class Hit {
  kind!: 'message' | 'user' | 'room';
  message?: Message;
  /** The person who was found, or who wrote the message. */
  user?: User;
  room?: Room;
  /** What was found in the body of the message, the display name of the person, or the name of the room. */
  ranges!: HitRange[];
}

/** Messages come newest first; people and rooms by name, those first that begin with what was looked for. */
export class HitPage extends PageEnd {
  /**
   * May be fewer than asked for, or none, although there are more: a search that has to read much stops in
   * between, and `nextCursor` goes on from there.
   */
  items!: Hit[];
  /** Nothing was found as it was written, and these are similar. */
  similar!: boolean;
}
