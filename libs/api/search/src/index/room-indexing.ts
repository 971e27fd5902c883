import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { hasLink } from '../text/links.js';
import { authorToken, FILE_TOKEN, indexedText, LINK_TOKEN, roomToken } from '../text/tokens.js';
import { VocabularyRepository } from '../vocabulary/vocabulary.repository.js';
import { type IndexedPassage, IndexRepository, type PassageText } from './index.repository.js';

/** Changes of a room that are taken in by one transaction. */
const MOST_CHANGES = 256;
/** Passages that are in memory at the same time. */
const AT_ONCE = 32;
const MOST_REMEMBERED = 100_000;

/**
 * Takes what changed in a room into the index, in one transaction with how far that got. Whoever is killed in
 * between has done nothing, and whoever does the same again writes the same passages: nothing is there twice.
 */
@Injectable()
export class RoomIndexing {
  /** Words that are stored, since words were last removed: most are met again and again. */
  private readonly stored = new Set<string>();
  private generation = 0;

  constructor(
    private readonly index: IndexRepository,
    private readonly vocabulary: VocabularyRepository,
    private readonly transactions: Transactions,
  ) {}

  /** @returns whether there is more to take in, for which it is to be called again */
  async advance(roomId: string): Promise<boolean> {
    const words = new Set<string>();
    const gone = new Set<number>();
    const hasMore = await this.transactions.run(async () => {
      words.clear();
      gone.clear();
      const since = await this.index.lockProgress(roomId);
      if (since === null) {
        return false;
      }
      this.forgetIfStale(await this.vocabulary.hold());
      const changed = await this.index.changedAfter(roomId, since, MOST_CHANGES);
      for (let from = 0; from < changed.numbers.length; from += AT_ONCE) {
        const numbers = changed.numbers.slice(from, from + AT_ONCE);
        const before = changed.hasRewritten ? await this.index.tokensOf(roomId, numbers) : [];
        const after = await this.take(roomId, numbers, words);
        before.filter((token) => !after.has(token)).forEach((token) => gone.add(token));
      }
      if (words.size > 0) {
        await this.vocabulary.add(words);
      }
      await this.index.saveProgress(roomId, changed.upTo);
      return changed.hasMore;
    });
    this.remember(words);
    if (gone.size > 0) {
      await this.transactions.run(() => this.vocabulary.removeUnused([...gone]));
    }
    return hasMore;
  }

  /**
   * @param words to which those are added that may not be stored yet
   * @returns the tokens of all of these passages
   */
  private async take(
    roomId: string,
    numbers: readonly number[],
    words: Set<string>,
  ): Promise<ReadonlySet<number>> {
    const texts = await this.index.texts(roomId, numbers);
    const passages = texts.map((text) => this.toPassage(roomId, text, words));
    if (passages.length > 0) {
      await this.index.put(roomId, passages);
    }
    const silent = numbers.filter((number) => !texts.some((text) => text.number === number));
    if (silent.length > 0) {
      await this.index.remove(roomId, silent);
    }
    return new Set(passages.flatMap(({ tokens }) => tokens));
  }

  private toPassage(
    roomId: string,
    { text, authorIds, hasFile, ...passage }: PassageText,
    words: Set<string>,
  ): IndexedPassage {
    const indexed = indexedText(text);
    for (const word of indexed.words) {
      if (!this.stored.has(word)) {
        words.add(word);
      }
    }
    const tokens = [...indexed.tokens, roomToken(roomId), ...authorIds.map(authorToken)];
    const marks = [...(hasLink(text) ? [LINK_TOKEN] : []), ...(hasFile ? [FILE_TOKEN] : [])];
    return { ...passage, tokens: [...tokens, ...marks] };
  }

  private forgetIfStale(generation: number): void {
    if (generation !== this.generation) {
      this.generation = generation;
      this.stored.clear();
    }
  }

  /** Only after the commit: before, they might never be stored. */
  private remember(words: ReadonlySet<string>): void {
    if (this.stored.size + words.size > MOST_REMEMBERED) {
      this.stored.clear();
    }
    words.forEach((word) => this.stored.add(word));
  }
}
