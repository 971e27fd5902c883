import { IsId, MayBeAbsent } from '../validation/validators.js';

/** The payload of `typing:start` and `typing:stop`: either a room or a post. */
export class TypingCommand {
  @MayBeAbsent()
  @IsId()
  roomId?: string;

  /** Under which one comments. */
  @MayBeAbsent()
  @IsId()
  postId?: string;
}

/** Somebody else has begun or stopped to write in a room or under a post. It ends by itself 6 seconds after it was told last. */
export class TypingChanged {
  roomId?: string;
  postId?: string;
  userId!: string;
  typing!: boolean;
}
