import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { tokenOf } from '../text/tokens.js';

/** Of PostgreSQL's advisory locks: who adds words shares it, who removes some has it alone. */
const LOCK = 0x776f7264;

/** The words that are written anywhere, folded. They say nothing of who wrote them, and nobody is shown them. */
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

  /**
   * Keeps words from being removed until the transaction ends.
   * @returns how often some were: another number than before means that any may be gone
   */
  async hold(): Promise<number> {
    await this.transactions.manager.query(`SELECT pg_advisory_xact_lock_shared($1)`, [LOCK]);
    const [row] = await this.transactions.manager.query<{ generation: number }[]>(
      `SELECT generation FROM search_vocabulary`,
    );
    return row?.generation ?? 0;
  }

  /** Removes the words with these tokens that no passage has any more. Belongs into a transaction of its own. */
  async removeUnused(tokens: readonly number[]): Promise<void> {
    await this.transactions.manager.query(`SELECT pg_advisory_xact_lock($1)`, [LOCK]);
    await this.transactions.manager.query(
      `WITH removed AS (
         DELETE FROM search_words AS w WHERE w.token = ANY($1::int[]) AND NOT EXISTS (
           SELECT FROM message_passages AS p WHERE p.tokens @> ARRAY[w.token]
         ) RETURNING 1
       )
       UPDATE search_vocabulary SET generation = generation + 1 WHERE EXISTS (SELECT FROM removed)`,
      [tokens],
    );
  }

  /** Sorted, so that two servers that add the same words wait for each other in the same order. */
  async add(words: Iterable<string>): Promise<void> {
    const sorted = [...words].toSorted();
    await this.transactions.manager.query(
      `INSERT INTO search_words (word, token) SELECT * FROM unnest($1::text[], $2::int[]) ON CONFLICT DO NOTHING`,
      [sorted, sorted.map(tokenOf)],
    );
  }
}
