import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { CreatedToken, CreateToken, PersonalTokenList, TokenPath } from '@parley/contracts';
import { PersonalTokensService } from './personal-tokens.service.js';

/** Tokens for programs, made and taken back by people. */
@Controller('auth/tokens')
@SessionOnly()
export class PersonalTokensController {
  constructor(private readonly tokens: PersonalTokensService) {}

  /** One's personal access tokens, the newest first. The tokens themselves are not shown again. */
  @Get()
  list(@CurrentActor() actor: Actor): Promise<PersonalTokenList> {
    return this.tokens.list(actor);
  }

  /** Makes a token for a program. It is shown this once. Needs a password that was entered lately. */
  @Post()
  create(@Body() wish: CreateToken, @CurrentActor() actor: Actor): Promise<CreatedToken> {
    return this.tokens.create(actor, wish);
  }

  /** Takes a token back. What uses it is cut off at once. */
  @Delete(':id')
  @HttpCode(204)
  remove(@Param() { id }: TokenPath, @CurrentActor() actor: Actor): Promise<void> {
    return this.tokens.remove(id, actor);
  }
}
