/** The word that is being written, when it is one that can be completed. */
export interface CompletionTarget {
  readonly kind: 'people' | 'emoji';
  /** What stands behind the `@` or the `:`. */
  readonly query: string;
  /** Where the word begins, with its mark. */
  readonly start: number;
  readonly end: number;
}

/** Another text for the box, and where the caret is in it. */
export interface Replacement {
  readonly text: string;
  readonly caret: number;
}

const NAME = /(?:^|[^\p{L}\p{N}_@./])@([\p{L}\p{M}\p{N}_.'-]{0,32})$/u;
/** One letter behind a colon is more often a smiley or a time than the beginning of an emoji. */
const EMOJI = /(?:^|[\s(])(?::([\p{L}\p{M}\p{N}_+-]{2,30}))$/u;
const CLOSED = /(?:^|[\s(]):([a-z0-9_+-]{1,30}):$/i;

/** What is to be completed at the caret; null where it is an ordinary word. */
export function targetAt(text: string, caret: number): CompletionTarget | null {
  const before = text.slice(Math.max(0, caret - 40), caret);
  const person = NAME.exec(before)?.[1];
  if (person !== undefined) {
    return { kind: 'people', query: person, start: caret - person.length - 1, end: caret };
  }
  const emoji = EMOJI.exec(before)?.[1];
  return emoji === undefined
    ? null
    : { kind: 'emoji', query: emoji, start: caret - emoji.length - 1, end: caret };
}

/** The name between two colons that end at the caret: the second one was just typed. */
export function closedShortcode(text: string, caret: number): CompletionTarget | null {
  const code = CLOSED.exec(text.slice(Math.max(0, caret - 40), caret))?.[1];
  return code === undefined
    ? null
    : { kind: 'emoji', query: code, start: caret - code.length - 2, end: caret };
}

export function replaced(
  text: string,
  { start, end }: Pick<CompletionTarget, 'start' | 'end'>,
  by: string,
): Replacement {
  return { text: text.slice(0, start) + by + text.slice(end), caret: start + by.length };
}
