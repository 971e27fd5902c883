import { Controller, Delete, Put, Req } from '@nestjs/common';
import { type Actor, CurrentActor, readUpload, TakesFile } from '@parley/api-core';
import { limits, Me } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { AvatarsService } from './avatars.service.js';

@Controller('users/me/avatar')
export class AvatarsController {
  constructor(private readonly avatars: AvatarsService) {}

  /** Gives oneself a picture: a JPEG, PNG, WebP, AVIF or GIF of at most 10 MiB, of which the middle is shown. */
  @Put()
  @TakesFile()
  async set(@Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<Me> {
    return this.avatars.set(await readUpload(request, limits.picture.bytes), actor);
  }

  /** Takes one's picture away. */
  @Delete()
  remove(@CurrentActor() actor: Actor): Promise<Me> {
    return this.avatars.remove(actor);
  }
}
