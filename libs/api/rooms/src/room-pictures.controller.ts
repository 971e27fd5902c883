import { Controller, Delete, Param, Put, Req } from '@nestjs/common';
import { type Actor, CurrentActor, readUpload, TakesFile } from '@parley/api-core';
import { limits, Room, RoomPath } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { RoomPicturesService } from './room-pictures.service.js';

@Controller('chatrooms/:id/picture')
export class RoomPicturesController {
  constructor(private readonly pictures: RoomPicturesService) {}

  /** Gives the room a picture: a JPEG, PNG, WebP, AVIF or GIF of at most 10 MiB, of which the middle is shown. */
  @Put()
  @TakesFile()
  async set(
    @Param() { id }: RoomPath,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Room> {
    return this.pictures.set(id, await readUpload(request, limits.picture.bytes), actor);
  }

  /** Takes the picture away. */
  @Delete()
  remove(@Param() { id }: RoomPath, @CurrentActor() actor: Actor): Promise<Room> {
    return this.pictures.remove(id, actor);
  }
}
