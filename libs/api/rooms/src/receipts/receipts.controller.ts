import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { RoomPath, RoomReceipts } from '@parley/contracts';
import { ReceiptsService } from './receipts.service.js';

@Controller('chatrooms/:id/receipts')
export class ReceiptsController {
  constructor(private readonly receipts: ReceiptsService) {}

  /** How far the others have read, in a room of at most 100 people. */
  @Get()
  inRoom(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<RoomReceipts> {
    return this.receipts.inRoom(id, actor);
  }
}
