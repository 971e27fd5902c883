import { Injectable } from '@nestjs/common';
import type { SearchTerm, SearchText } from '@parley/contracts';
import { fold } from '../text/fold.js';
import { tokenOf } from '../text/tokens.js';
import { runsOf } from '../text/words.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { addTo, conditionOf, type IndexCondition } from './index-condition.js';
import { Matcher } from './matcher.js';
import { patternOf, wholeWords } from './term-pattern.js';

/** What is looked for: for the index, and for the comparison of what it gives. */
export interface Query {
  condition: IndexCondition;
  matcher: Matcher;
}

/** Makes of words what can be looked for. */
@Injectable()
export class Queries {
  constructor(private readonly vocabulary: Vocabulary) {}

  async exact({ required, excluded }: SearchText): Promise<Query> {
    return {
      condition: await conditionOf(required, this.vocabulary),
      matcher: new Matcher(
        required.map((group) => group.map(patternOf)),
        excluded.map(patternOf),
      ),
    };
  }

  /** With words like those that were typed in the place of each; null when there are none. */
  async similar({ required, excluded }: SearchText): Promise<Query | null> {
    const condition: IndexCondition = { all: [], any: [] };
    const patterns: RegExp[][] = [];
    let isOther = false;
    for (const group of required) {
      const words = await this.similarTo(group);
      if (words.length > 0) {
        isOther = true;
        addTo(condition, words.map(tokenOf));
        patterns.push([wholeWords(words), ...group.map(patternOf)]);
      } else {
        const { all, any } = await conditionOf([group], this.vocabulary);
        condition.all.push(...all);
        condition.any.push(...any);
        patterns.push(group.map(patternOf));
      }
    }
    return isOther ? { condition, matcher: new Matcher(patterns, excluded.map(patternOf)) } : null;
  }

  /** The words themselves among them, if they exist. */
  private async similarTo(group: readonly SearchTerm[]): Promise<string[]> {
    const words: string[] = [];
    for (const { text, isExact } of group) {
      const folded = fold(text);
      const isWord = !isExact && runsOf(folded).every((run) => run.kind === 'word' && run.text === folded);
      const similar = isWord ? await this.vocabulary.similarTo(folded) : [];
      words.push(...(similar.length > 0 ? [folded, ...similar] : []));
    }
    return words;
  }
}
