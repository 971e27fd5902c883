import { editDistance, toleratedDistance } from '../query/edit-distance.js';
import { fold } from '../text/fold.js';
import { runsOf } from '../text/words.js';
import type { NameTerms } from './name-terms.js';

/** Those of the rows in whose names each term is, spelt a little differently at most; the most similar first. */
export function mostSimilar<Row extends { name: string }>(rows: readonly Row[], terms: NameTerms): Row[] {
  return rows
    .map((row) => ({ row, mistakes: mistakesIn(row.name, terms) }))
    .filter(({ mistakes }) => mistakes < Infinity)
    .toSorted((a, b) => a.mistakes - b.mistakes)
    .map(({ row }) => row);
}

/** Letters that are wrong; infinite where it is another name. */
function mistakesIn(name: string, { required }: NameTerms): number {
  const words = runsOf(fold(name)).map(({ text }) => text);
  const mistakes = required.map((group) =>
    Math.min(...group.flatMap((term) => words.map((word) => toleratedMistakes(fold(term), word)))),
  );
  return mistakes.reduce((sum, count) => sum + count, 0);
}

function toleratedMistakes(term: string, word: string): number {
  const distance = editDistance(term, word);
  return distance <= toleratedDistance(term) ? distance : Infinity;
}
