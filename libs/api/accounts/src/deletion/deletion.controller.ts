import { Body, Controller, Delete, Get, HttpCode, HttpStatus, Req } from '@nestjs/common';
import { clientOf } from '@parley/api-auth';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { DeleteAccount, DeletionPreview } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { AccountDeletionService } from './account-deletion.service.js';

@Controller('users/me')
@SessionOnly()
export class DeletionController {
  constructor(private readonly deletion: AccountDeletionService) {}

  /** What stands in the way of deleting one's account: rooms that would be left without an owner. */
  @Get('deletion')
  preview(@CurrentActor() actor: Actor): Promise<DeletionPreview> {
    return this.deletion.preview(actor);
  }

  /** Deletes one's account, for good. What was said under it is made nameless, or goes too. */
  @Delete()
  @HttpCode(HttpStatus.NO_CONTENT)
  delete(
    @Body() wish: DeleteAccount,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.deletion.delete(wish, actor, clientOf(request));
  }
}
