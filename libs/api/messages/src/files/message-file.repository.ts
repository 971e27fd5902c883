import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { type FileRecord, FileEntity, toFileRecord } from '@parley/api-files';
import type { MessageRow } from '../message.row.js';

@Injectable()
export class MessageFileRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Those of the files that somebody may send: their own, and what they see in a message. In no order. */
  async sendableBy(userId: string, ids: readonly string[]): Promise<FileRecord[]> {
    const rows = await this.transactions
      .repository(FileEntity)
      .createQueryBuilder('file')
      .where('file.id = ANY(:ids)', { ids })
      .andWhere(
        `(file.owner_id = :userId OR EXISTS (
           SELECT FROM message_files AS m
           JOIN memberships AS s ON s.room_id = m.room_id AND s.user_id = :userId AND s.left_at IS NULL
           WHERE m.file_id = file.id
         ))`,
        { userId },
      )
      .getMany();
    return rows.map(toFileRecord);
  }

  /** Takes all files away from a message. @returns their ids */
  async detach({ roomId, seq }: Pick<MessageRow, 'roomId' | 'seq'>): Promise<string[]> {
    const [rows] = await this.transactions.manager.query<[{ id: string }[], number]>(
      `DELETE FROM message_files WHERE room_id = $1 AND seq = $2 RETURNING file_id AS id`,
      [roomId, seq],
    );
    return rows.map(({ id }) => id);
  }
}
