import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { MessageRow } from '../message.row.js';
import { MessageEditEntity } from './message-edit.entity.js';

/** Reads what `MessageRepository.edit` puts aside. */
@Injectable()
export class EditRepository {
  constructor(private readonly transactions: Transactions) {}

  of({ roomId, seq }: Pick<MessageRow, 'roomId' | 'seq'>): Promise<MessageEditEntity[]> {
    const table = this.transactions.repository(MessageEditEntity);
    return table.find({ where: { roomId, seq }, order: { change: 'ASC' } });
  }
}
