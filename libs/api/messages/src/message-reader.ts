import { Injectable } from '@nestjs/common';
import type { Message } from '@parley/contracts';
import { MessageMapper } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';

/** What other features may ask of messages. Who may see them is theirs to know. */
@Injectable()
export class MessageReader {
  constructor(
    private readonly messages: MessageRepository,
    private readonly mapper: MessageMapper,
  ) {}

  /** The messages with these ids as they are now, by id. */
  async byIds(ids: readonly string[]): Promise<Map<string, Message>> {
    const rows = await this.messages.findAll(ids);
    return new Map(rows.map((row) => [row.id, this.mapper.toMessage(row)]));
  }
}
