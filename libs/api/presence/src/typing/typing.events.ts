/** Somebody has begun or stopped to write in a room. */
export class TypingNoticed {
  constructor(
    readonly roomId: string,
    readonly userId: string,
    readonly isTyping: boolean,
  ) {}
}
