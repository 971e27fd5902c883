import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { References } from './bytes/references.js';
import { FileEntity } from './file.entity.js';

@Injectable()
export class FileRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly references: References,
  ) {}

  async find(id: string): Promise<FileEntity | null> {
    return this.transactions.repository(FileEntity).findOneBy({ id });
  }

  async insert(file: Omit<FileEntity, 'createdAt'>): Promise<void> {
    await this.transactions.repository(FileEntity).insert(file);
  }

  /** Bytes of all files of somebody together, not counting what is shared with others. */
  async sizeOf(ownerId: string): Promise<number> {
    const [row] = await this.transactions.manager.query<{ size: string }[]>(
      `SELECT coalesce(sum(size), 0) AS size FROM files WHERE owner_id = $1`,
      [ownerId],
    );
    return Number(row?.size ?? 0);
  }

  /** Makes others who do this for the same person wait until the transaction ends. */
  async lockOwner(ownerId: string): Promise<void> {
    await this.transactions.manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `files of ${ownerId}`,
    ]);
  }

  /** Ids of what was uploaded before a moment and is used by nothing, in their order, after an id. */
  async unused(before: Date, after: string, limit: number): Promise<string[]> {
    const isUnused = await this.references.isUnused('files', 'f.id');
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `SELECT f.id FROM files AS f
       WHERE f.created_at < $1 AND ($2 = '' OR f.id > nullif($2, '')::uuid) AND ${isUnused}
       ORDER BY f.id LIMIT $3`,
      [before, after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Removes those that nothing uses. What somebody is putting to use at this moment is left alone.
   * @returns the hashes of their bytes
   */
  async removeUnused(ids: readonly string[]): Promise<string[]> {
    const isUnused = await this.references.isUnused('files', 'f.id');
    const [rows] = await this.transactions.manager.query<
      [Pick<FileEntity, 'sha256' | 'previewSha256'>[], number]
    >(
      `DELETE FROM files WHERE id IN (
         SELECT f.id FROM files AS f WHERE f.id = ANY($1) AND ${isUnused} FOR UPDATE SKIP LOCKED
       ) RETURNING sha256, preview_sha256 AS "previewSha256"`,
      [ids],
    );
    return rows.flatMap(({ sha256, previewSha256 }) => [
      sha256,
      ...(previewSha256 === null ? [] : [previewSha256]),
    ]);
  }
}
