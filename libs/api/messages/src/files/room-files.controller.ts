import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { RoomFilePage, RoomFilesQuery, RoomPath } from '@parley/contracts';
import { RoomFilesService } from './room-files.service.js';

@Controller('chatrooms/:id/files')
export class RoomFilesController {
  constructor(private readonly files: RoomFilesService) {}

  /** The files in the messages of a room, the newest first, all of them or those of one kind. */
  @Get()
  list(
    @Param() { id }: RoomPath,
    @Query() query: RoomFilesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<RoomFilePage> {
    return this.files.page(id, query, actor);
  }
}
