import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { SessionList, SessionPath } from '@parley/contracts';
import { SessionsService } from './sessions.service.js';

@Controller('auth/sessions')
@SessionOnly()
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  /** Where one is signed in, the latest used first. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<SessionList> {
    return this.sessions.list(actor);
  }

  /** Signs out everywhere else. */
  @Delete()
  @HttpCode(204)
  endOthers(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endOthers(actor);
  }

  /** Ends one session: its tokens and its sockets. */
  @Delete(':id')
  @HttpCode(204)
  end(@Param() { id }: SessionPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.end(id, actor);
  }
}
