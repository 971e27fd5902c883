import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { FileInfo } from '../files/files.dto.js';
import { limits } from '../limits.js';
import { User } from '../users/users.dto.js';
import { SystemNote } from './system-notes.dto.js';
import {
  IsClientId,
  IsId,
  IsIdListOrEmpty,
  IsTextOrEmpty,
  IsTextUnless,
  IsTime,
  MayBeAbsent,
} from '../validation/validators.js';

/** What an answer shows of the message it answers. */
export class QuotedMessage {
  id!: string;
  /** Its number in the room: `GET …/messages?around=` leads to it. */
  seq!: number;
  authorId!: string;
  /** The beginning of its text; empty when it was deleted. */
  excerpt!: string;
}

/** One emoji under a message. */
export class Reaction {
  emoji!: string;
  count!: number;
  /** The first 50. */
  userIds!: string[];
}

/** A message as everybody in its room sees it. */
export class Message {
  /** Made by the author's client. */
  id!: string;
  roomId!: string;
  /** Numbers the messages of a room 1, 2, 3 … without gaps. */
  seq!: number;
  /** Numbers every visible change of a room; of two versions of a message the higher one is newer. */
  change!: number;
  kind!: 'text' | 'system' | 'encrypted';
  /** Who wrote it; of a system message, who did what it tells. */
  authorId!: string;
  /** Empty in a system message. */
  body!: string;
  /** Only in a system message that was not deleted. */
  system?: SystemNote;
  replyTo!: QuotedMessage | null;
  /** In the order in which their sender put them; none of a deleted message. */
  files!: FileInfo[];
  /** Who is called by name in the text. */
  mentions!: string[];
  /** Whether it calls everybody in the room, by `@room` of somebody who may. */
  mentionsRoom!: boolean;
  reactions!: Reaction[];
  pinnedAt!: string | null;
  createdAt!: string;
  editedAt!: string | null;
  /** Set on a tombstone, whose body is empty. */
  deletedAt!: string | null;
}

/** The path of one message. */
export class MessagePath {
  @IsId()
  id!: string;
}

export class MessageContent {
  /** May be empty when there are files. */
  @IsTextUnless('fileIds', limits.message.body)
  body!: string;

  /** The message of the same room that this one answers. */
  @MayBeAbsent()
  @IsId()
  replyToId?: string;

  /**
   * What was uploaded before (`POST /files`), in the order in which it is shown: one's own, or what one sees in
   * a message, which is how files are forwarded.
   */
  @MayBeAbsent()
  @IsIdListOrEmpty(limits.message.files)
  fileIds?: string[];
}

/** The body of `POST /chatrooms/:id/messages`. */
export class SendMessage extends MessageContent {
  /** Made once per user action: sending it again is answered as the first time. */
  @MayBeAbsent()
  @IsClientId()
  id?: string;
}

/** The payload of `message:send`. */
export class SendMessageCommand extends MessageContent {
  /** Made once per user action: sending it again is answered as the first time. */
  @IsClientId()
  id!: string;

  @IsId()
  roomId!: string;
}

/** The body of `PATCH /messages/:id`. */
export class EditMessage {
  /** May be empty when the message has files. */
  @IsTextOrEmpty(limits.message.body)
  body!: string;
}

/**
 * The query of `GET /chatrooms/:id/messages`. Without `before`, `after`, `around` and `at` it means the newest;
 * more than one of them is refused.
 */
export class MessageWindowQuery {
  /** Only messages with a smaller `seq`. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  before?: number;

  /** Only messages with a larger `seq`. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  after?: number;

  /** This `seq` in the middle of the page. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  around?: number;

  /** The first message on or after this time in the middle of the page; the newest one when there is none. */
  @MayBeAbsent()
  @IsTime()
  at?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(limits.page.max)
  limit: number = limits.page.default;
}

export class MessageWindow {
  /** Ascending by `seq`. */
  items!: Message[];
  /** The authors of the messages. */
  users!: User[];
  hasBefore!: boolean;
  hasAfter!: boolean;
  /** With `at`: the message that was found; 0 in an empty room. */
  foundSeq?: number;
}

/** Created, edited, deleted, reacted to or pinned: always whole messages in their latest version. */
export class MessageChanged {
  roomId!: string;
  /** All that was committed together, ascending by `change`. */
  messages!: Message[];
}
