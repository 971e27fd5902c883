/** A piece of a text that is being written. */
export interface Highlight {
  readonly text: string;
  readonly isMarked: boolean;
}

const MARKED =
  /(?<![\p{L}\p{N}_@/])@[a-z0-9_.-]*[a-z0-9_-]|(?<![\p{L}\p{N}_&/#])#[\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*|https?:\/\/\S+/giu;

/** The pieces of a text: people, subjects and addresses are marked. Together they are the text. */
export function highlightsOf(text: string): Highlight[] {
  const pieces: Highlight[] = [];
  let end = 0;
  for (const { 0: marked, index } of text.matchAll(MARKED)) {
    pieces.push({ text: text.slice(end, index), isMarked: false }, { text: marked, isMarked: true });
    end = index + marked.length;
  }
  pieces.push({ text: text.slice(end), isMarked: false });
  return pieces.filter((piece) => piece.text !== '');
}
