import type { HitRange } from '@parley/contracts';
import { fold, foldWithOrigins, type FoldedText } from '../text/fold.js';

/** More of a text than this is not marked. */
const MOST_RANGES = 50;

/** Decides whether a text is what was looked for, and where in it. */
export class Matcher {
  /**
   * @param required all of these must be in the text, of each any one pattern; patterns are global
   * @param excluded none of these may be in it
   */
  constructor(
    private readonly required: readonly (readonly RegExp[])[],
    private readonly excluded: readonly RegExp[] = [],
  ) {}

  matches(text: string): boolean {
    const folded = fold(text);
    const isIn = (pattern: RegExp) => folded.search(pattern) >= 0;
    return this.required.every((group) => group.some(isIn)) && !this.excluded.some(isIn);
  }

  /** In code points, ascending, none touching another; each holds whole characters, as people see them. */
  rangesIn(text: string): HitRange[] {
    const folded = foldWithOrigins(text);
    const found = this.required
      .flat()
      .flatMap((pattern) => [...folded.text.matchAll(pattern)].slice(0, MOST_RANGES))
      .filter(({ 0: match }) => match !== '')
      .map(({ index, 0: match }) => originOf(folded, index, index + match.length));
    return wholeCharacters(text, merge(found)).slice(0, MOST_RANGES);
  }
}

function originOf({ origins, length }: FoldedText, from: number, to: number): HitRange {
  const last = origins[to - 1] ?? 0;
  // What follows and was left out, such as an accent, belongs to it.
  const next = to < origins.length ? (origins[to] ?? length) : length;
  return { start: origins[from] ?? 0, end: Math.max(next, last + 1) };
}

function merge(ranges: readonly HitRange[]): HitRange[] {
  const merged: HitRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && start <= before.end) {
      before.end = Math.max(before.end, end);
    } else {
      merged.push({ start, end });
    }
  }
  return merged;
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A mark in the middle of an emoji of several would tear it apart. */
function wholeCharacters(text: string, ranges: readonly HitRange[]): HitRange[] {
  if (ranges.length === 0 || /^\p{ASCII}*$/u.test(text)) {
    return [...ranges];
  }
  const edges = [0];
  for (const { segment } of characters.segment(text)) {
    edges.push((edges.at(-1) ?? 0) + Array.from(segment).length);
  }
  return merge(
    ranges.map(({ start, end }) => ({
      start: edges.findLast((edge) => edge <= start) ?? start,
      end: edges.find((edge) => edge >= end) ?? end,
    })),
  );
}
