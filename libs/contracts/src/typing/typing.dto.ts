import { IsId } from '../validation/validators.js';

/** The payload of `typing:start` and `typing:stop`. */
export class TypingCommand {
  @IsId()
  roomId!: string;
}

/** Somebody else has begun or stopped to write in a room. It ends by itself 6 seconds after it was told last. */
export class TypingChanged {
  roomId!: string;
  userId!: string;
  typing!: boolean;
}
