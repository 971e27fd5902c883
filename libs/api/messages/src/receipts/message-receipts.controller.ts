import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { MessagePath, MessageReceipts } from '@parley/contracts';
import { MessageReceiptsService } from './message-receipts.service.js';

@Controller('messages/:id/receipts')
export class MessageReceiptsController {
  constructor(private readonly receipts: MessageReceiptsService) {}

  /** Who has read a message, to whom it was delivered, and who has not got it; in a room of at most 100 people. */
  @Get()
  of(@Param() { id }: MessagePath, @CurrentActor() actor: Actor): Promise<MessageReceipts> {
    return this.receipts.of(id, actor);
  }
}
