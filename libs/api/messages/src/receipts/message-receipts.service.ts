import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { ReceiptsService } from '@parley/api-rooms';
import type { MessageReceipts } from '@parley/contracts';
import { MessageRepository } from '../message.repository.js';
import { toMessageReceipts } from './message-receipts.mapper.js';

@Injectable()
export class MessageReceiptsService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly receipts: ReceiptsService,
  ) {}

  /** Who has read a message, and when. @throws DomainError `message.not-found`, `room.too-large` */
  async of(id: string, actor: Actor): Promise<MessageReceipts> {
    const message = await this.messages.find(id);
    if (!message) {
      throw new DomainError('message.not-found');
    }
    const recipients = await this.receipts.ofMessage(message, actor).catch((error: unknown) => {
      // Of a room that is a secret, so are the messages.
      const isSecret = error instanceof DomainError && error.code === 'room.not-found';
      throw isSecret ? new DomainError('message.not-found') : error;
    });
    const answeredAt = await this.messages.firstWritingAfter(message.roomId, message.seq);
    return toMessageReceipts(recipients, answeredAt);
  }
}
