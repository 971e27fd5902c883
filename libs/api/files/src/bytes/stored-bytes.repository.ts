import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { References } from './references.js';

@Injectable()
export class StoredBytesRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: References,
  ) {}

  async note(hash: string): Promise<void> {
    await this.transactions.manager.query(
      `INSERT INTO stored_bytes (sha256) VALUES ($1) ON CONFLICT (sha256) DO UPDATE SET kept_at = now()`,
      [hash],
    );
  }

  /** @returns whether it was there, and nothing used it */
  async removeUnused(hash: string): Promise<boolean> {
    const isUnused = await this.references.isUnused('stored_bytes', 'b.sha256');
    const [, count] = await this.transactions.manager.query<[unknown[], number]>(
      `DELETE FROM stored_bytes AS b WHERE b.sha256 = $1 AND ${isUnused}`,
      [hash],
    );
    return count > 0;
  }

  /** Hashes of what was kept before a moment and is used by nothing, in their order, after a hash. */
  async unused(before: Date, after: string, limit: number): Promise<string[]> {
    const isUnused = await this.references.isUnused('stored_bytes', 'b.sha256');
    const rows = await this.transactions.manager.query<{ sha256: string }[]>(
      `SELECT b.sha256 FROM stored_bytes AS b
       WHERE b.kept_at < $1 AND b.sha256 > $2 AND ${isUnused} ORDER BY b.sha256 LIMIT $3`,
      [before, after, limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
