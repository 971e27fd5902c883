/** Where somebody writes: in a room, or under a post. */
export type TypingPlace = { readonly roomId: string } | { readonly postId: string };

/** Somebody has begun or stopped to write. */
export class TypingNoticed {
  constructor(
    readonly place: TypingPlace,
    /** In which those are who may hear of it. */
    readonly channel: string,
    readonly userId: string,
    readonly isTyping: boolean,
    /** Who is not told, though they are there. */
    readonly hiddenFrom: readonly string[],
  ) {}
}
