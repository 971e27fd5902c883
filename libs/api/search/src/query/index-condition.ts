import type { SearchTerm } from '@parley/contracts';
import { fold } from '../text/fold.js';
import { tokenOf } from '../text/tokens.js';
import { keptWord, LONGEST_WORD, pairsOf, type Run, runsOf } from '../text/words.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { SHORTEST_PART } from './term-pattern.js';

/** What the index is asked for. It may give more than is wanted, and never less. */
export interface IndexCondition {
  /** All of these tokens. */
  all: number[];
  /** And of each of these lists any one. */
  any: number[][];
}

/** For each part of a term the tokens of which any one stands for it; null where all that there are would. */
type Parts = (number[] | null)[];

/** What the index can say about these terms, of which each group must be met by any one of its terms. */
export async function conditionOf(
  groups: readonly (readonly SearchTerm[])[],
  vocabulary: Vocabulary,
): Promise<IndexCondition> {
  const condition: IndexCondition = { all: [], any: [] };
  for (const group of groups) {
    const alternatives = await inTurn(group, (term) => partsOf(term, vocabulary));
    // An alternative is asked for by the part of it that says most: the index is not told which parts go together.
    const lists = group.length === 1 ? (alternatives[0] ?? []) : [anyOf(alternatives.map(rarest))];
    lists.forEach((tokens) => addTo(condition, tokens));
  }
  return condition;
}

/** Any of these words. */
export function addTo(condition: IndexCondition, tokens: readonly number[] | null): void {
  if (tokens?.length === 1) {
    condition.all.push(...tokens);
  } else if (tokens) {
    condition.any.push([...tokens]);
  }
}

async function partsOf({ text, isExact }: SearchTerm, vocabulary: Vocabulary): Promise<Parts> {
  const folded = fold(text).trim();
  const parts = await inTurn(runsOf(folded), async (run): Promise<Parts> => {
    if (run.kind !== 'word') {
      return pairsOf(run.text).map((pair) => [tokenOf(pair)]);
    }
    const pattern = isExact ? run.text : likePattern(run, folded);
    if (!pattern.includes('%')) {
      return [[tokenOf(keptWord(run.text))]];
    }
    const words = await vocabulary.like(pattern);
    return [words?.map(tokenOf) ?? null];
  });
  return parts.flat();
}

/** What is typed up to the edge of a term may go on beyond it. */
function likePattern({ text, index }: Run, folded: string): string {
  const isLong = text.length > LONGEST_WORD;
  const mayBegin = index === 0 && text.length >= SHORTEST_PART && !isLong;
  const mayEnd = index + text.length === folded.length && !isLong;
  return `${mayBegin ? '%' : ''}${text}${mayEnd ? '%' : ''}`;
}

function rarest(parts: Parts): number[] | null {
  const known = parts.filter((part) => part !== null);
  return known.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

function anyOf(lists: readonly (number[] | null)[]): number[] | null {
  return lists.some((list) => list === null) ? null : [...new Set(lists.flatMap((list) => list ?? []))];
}

/** One after the other: inside a transaction they share one connection. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(await work(item));
  }
  return results;
}
