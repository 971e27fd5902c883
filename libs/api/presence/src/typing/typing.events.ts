/** Somebody has begun or stopped to write in a room. */
export class TypingNoticed {
  constructor(
    readonly roomId: string,
    readonly userId: string,
    readonly isTyping: boolean,
    /** Who is not told, though they are in the room. */
    readonly hiddenFrom: readonly string[],
  ) {}
}
