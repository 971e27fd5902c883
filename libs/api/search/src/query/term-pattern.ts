import type { SearchTerm } from '@parley/contracts';
import { fold } from '../text/fold.js';
import { runsOf, UNSPACED } from '../text/words.js';

/** A character of a word that ends at a space. */
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--${UNSPACED.source}]`;
const BETWEEN_WORDS = String.raw`[^\p{L}\p{N}\p{M}]+`;
/** From so many letters on a word is also found inside of others; shorter ones begin them. */
export const SHORTEST_PART = 3;

/** What a term is in a folded text. What was typed has no meaning but itself. */
export function patternOf({ text, isExact }: SearchTerm): RegExp {
  const folded = fold(text).trim();
  return isExact ? wholeWords([folded]) : new RegExp(startOf(folded) + escape(folded), 'gv');
}

/** Any of these texts, none of them as a part of a word. */
export function wholeWords(foldedTexts: readonly string[]): RegExp {
  const sources = foldedTexts.map((text) => {
    const words = text.split(/\s+/).map(escape).join(BETWEEN_WORDS);
    return `${edge(text, 'start')}${words}${edge(text, 'end')}`;
  });
  return new RegExp(sources.join('|'), 'gv');
}

function startOf(folded: string): string {
  const [run] = runsOf(folded);
  const isShort = run?.kind === 'word' && run.text === folded && folded.length < SHORTEST_PART;
  return isShort ? edge(folded, 'start') : '';
}

function edge(text: string, side: 'start' | 'end'): string {
  const atEdge = new RegExp(side === 'start' ? `^${LETTER}` : `${LETTER}$`, 'v');
  if (!atEdge.test(text)) {
    return '';
  }
  return side === 'start' ? `(?<!${LETTER})` : `(?!${LETTER})`;
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
