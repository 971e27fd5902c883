import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isForeignKeyViolation, Transactions } from '@parley/api-core';
import { type ByteSource, FileStore } from '../store/file-store.js';
import { StoredBytesRepository } from './stored-bytes.repository.js';

/** The bytes in the store, and the note of each in the database, by which those are found that nothing uses. */
@Injectable()
export class KeptBytes {
  constructor(
    private readonly notes: StoredBytesRepository,
    private readonly store: FileStore,
    private readonly transactions: Transactions,
  ) {}

  /**
   * The note comes first: whatever happens from then on, bytes that are left behind are found. Whoever keeps bytes
   * has a day to refer to them.
   */
  async keep(hash: string, source: ByteSource): Promise<void> {
    await this.notes.note(hash);
    await this.store.keep(hash, source);
  }

  /** As above. @returns the hash */
  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.keep(hash, { bytes });
    return hash;
  }

  /** Removes those of them that nothing uses any more. */
  async removeUnused(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) {
      try {
        await this.transactions.run(async () => {
          // Whoever keeps the same bytes anew waits for this row, and then writes them again.
          if (await this.notes.removeUnused(hash)) {
            await this.store.remove(hash);
          }
        });
      } catch (error) {
        // Somebody has just begun to use them.
        if (!isForeignKeyViolation(error)) {
          throw error;
        }
      }
    }
  }
}
