import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

/** Words that were ever written, folded. They say nothing of who wrote them, and nobody is shown them. */
@Injectable()
export class VocabularyRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param pattern of LIKE; words contain none of the characters that mean something there */
  async like(pattern: string, limit: number): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ word: string }[]>(
      `SELECT word FROM search_words WHERE word LIKE $1 LIMIT $2`,
      [pattern, limit],
    );
    return rows.map(({ word }) => word);
  }

  /** Words like any of these patterns, or with many letters in common with the word, in no order. */
  async similar(word: string, patterns: readonly string[], limit: number): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ word: string }[]>(
      `(SELECT word FROM search_words WHERE word LIKE ANY($2) LIMIT $3)
       UNION
       (SELECT word FROM search_words WHERE word % $1 ORDER BY similarity(word, $1) DESC LIMIT $3)`,
      [word, patterns, limit],
    );
    return rows.map((row) => row.word);
  }

  /** Sorted, so that two servers that add the same words wait for each other in the same order. */
  async add(words: Iterable<string>): Promise<void> {
    await this.transactions.manager.query(
      `INSERT INTO search_words (word) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING`,
      [[...words].toSorted()],
    );
  }
}
