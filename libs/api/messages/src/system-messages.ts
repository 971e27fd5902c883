import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { RoomNotes } from '@parley/api-rooms';
import type { SystemEvent } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { MessagesChanged } from './message.events.js';
import { MessageMapper } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';

/** Lines in the history that nobody wrote: they tell what happened in the room. */
@Injectable()
export class SystemMessages implements RoomNotes {
  constructor(
    private readonly messages: MessageRepository,
    private readonly transactions: Transactions,
    private readonly mapper: MessageMapper,
  ) {}

  async write(roomId: string, authorId: string, events: readonly SystemEvent[]): Promise<void> {
    for (const event of events) {
      const row = await this.messages.insertNote({ id: uuidv7(), roomId, authorId, event });
      this.transactions.publish(new MessagesChanged(roomId, [this.mapper.toMessage(row)]));
    }
  }
}
