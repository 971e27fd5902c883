import { IsEmoji } from '../validation/emoji.js';
import { Message, MessagePath } from './messages.dto.js';

/** The path of one's own reaction to a message. */
export class ReactionPath extends MessagePath {
  /** One emoji, percent-encoded. */
  @IsEmoji()
  emoji!: string;
}

/** What a message said before it was edited. */
export class MessageEdit {
  body!: string;
  /** When these words were written. */
  writtenAt!: string;
}

export class MessageEdits {
  /** The oldest first, at most 100; without the words of today. */
  items!: MessageEdit[];
}

export class PinnedMessages {
  /** What was pinned last comes first; at most 50. */
  items!: Message[];
}
