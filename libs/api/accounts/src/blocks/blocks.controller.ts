import { Controller, Delete, Get, HttpCode, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '@parley/api-core';
import { PageQuery, PersonPath, UserPage } from '@parley/contracts';
import { BlocksService } from './blocks.service.js';

@Controller('users')
export class BlocksController {
  constructor(private readonly blocks: BlocksService) {}

  /** Whom one has blocked, the last one first. */
  @Get('me/blocks')
  page(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<UserPage> {
    return this.blocks.page(query, actor);
  }

  /**
   * Blocks a person: neither writes to the other directly, calls or follows them, or sees their posts and
   * comments, or whether they are there. Nobody is told.
   */
  @Put(':id/block')
  @HttpCode(HttpStatus.NO_CONTENT)
  block(@Param() { id }: PersonPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.blocks.block(id, actor);
  }

  /** Blocks a person no longer. Who followed whom before does so no more. */
  @Delete(':id/block')
  @HttpCode(HttpStatus.NO_CONTENT)
  unblock(@Param() { id }: PersonPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.blocks.unblock(id, actor);
  }
}
