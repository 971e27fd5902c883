import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { FileEntity } from './file.entity.js';

@Injectable()
export class FileRepository {
  constructor(private readonly transactions: Transactions) {}

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

  /** Makes all who name one of these wait for each other until their transactions end. */
  async lock(names: readonly string[]): Promise<void> {
    await this.transactions.manager.query(
      `SELECT pg_advisory_xact_lock(hashtextextended(name, 0))
       FROM (SELECT DISTINCT name FROM unnest($1::text[]) AS t(name) ORDER BY name) AS t`,
      [names],
    );
  }
}
