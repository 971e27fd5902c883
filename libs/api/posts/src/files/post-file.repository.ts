import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { FileEntity, type FileRecord, toFileRecord } from '@parley/api-files';
import { In } from 'typeorm';
import { PostFileEntity } from './post-file.entity.js';

@Injectable()
export class PostFileRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of the files that somebody has uploaded; they stay until the transaction ends. In no order. */
  async ownedBy(ownerId: string, ids: readonly string[]): Promise<FileRecord[]> {
    const rows = await this.transactions.repository(FileEntity).find({
      where: { id: In([...ids]), ownerId },
      lock: { mode: 'for_key_share' },
    });
    return rows.map(toFileRecord);
  }

  async attach(postId: string, fileIds: readonly string[]): Promise<void> {
    const rows = fileIds.map((fileId, index) => ({ postId, fileId, place: index + 1 }));
    await this.transactions.repository(PostFileEntity).insert(rows);
  }

  /** Takes all files away from a post. @returns their ids */
  async detach(postId: string): Promise<string[]> {
    const [rows] = await this.transactions.manager.query<[{ id: string }[], number]>(
      `DELETE FROM post_files WHERE post_id = $1 RETURNING file_id AS id`,
      [postId],
    );
    return rows.map(({ id }) => id);
  }
}
