import type { HitRange } from '@parley/contracts';

/** A piece of a text, marked or not. */
export interface TextPiece {
  text: string;
  isMarked: boolean;
}

/** Code points before the first mark, and in all: what fits into a few lines. */
const BEFORE = 40;
const SHOWN = 220;

/** The part of a text around what was found in it. @param ranges in code points, ascending */
export function markedPieces(text: string, ranges: readonly HitRange[]): TextPiece[] {
  const characters = Array.from(text);
  const from = startOf(characters, ranges[0]?.start ?? 0);
  const to = Math.min(characters.length, from + SHOWN);
  const pieces: TextPiece[] = [];
  let place = from;
  const add = (end: number, isMarked: boolean) => {
    if (end > place) {
      pieces.push({ text: characters.slice(place, end).join(''), isMarked });
      place = end;
    }
  };
  for (const { start, end } of ranges) {
    add(Math.min(start, to), false);
    add(Math.min(end, to), true);
  }
  add(to, false);
  const ellipsis = { text: '…', isMarked: false };
  return [...(from > 0 ? [ellipsis] : []), ...pieces, ...(to < characters.length ? [ellipsis] : [])];
}

/** Behind a space, if there is one near. */
function startOf(characters: readonly string[], first: number): number {
  const wanted = first - BEFORE;
  if (wanted <= 0) {
    return 0;
  }
  const space = characters.slice(wanted, first).findIndex((character) => /\s/.test(character));
  return space < 0 ? wanted : wanted + space + 1;
}
