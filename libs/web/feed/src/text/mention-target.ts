/** The name that is being written before the caret. */
export interface MentionTarget {
  /** Without the `@`. */
  readonly query: string;
  /** Where the `@` is. */
  readonly start: number;
}

const BEGUN = /(?<![\p{L}\p{N}_@/])@([a-z0-9_.-]{1,32})$/iu;

export function mentionAt(text: string, caret: number): MentionTarget | null {
  const found = BEGUN.exec(text.slice(0, caret));
  return found ? { query: found[1] ?? '', start: found.index } : null;
}
