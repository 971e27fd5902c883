import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { type Actor, CurrentActor, SessionOnly } from '@parley/api-core';
import { DisableTwoFactor, EnableTwoFactor, RecoveryCodes, TwoFactorSecret } from '@parley/contracts';
import type { FastifyRequest } from 'fastify';
import { clientOf } from '../client.js';
import { ChangeTwoFactor } from './change-two-factor.service.js';

/** The code of an app that signing in asks for besides the password. */
@Controller('auth/two-factor')
@SessionOnly()
export class TwoFactorController {
  constructor(private readonly change: ChangeTwoFactor) {}

  /** Makes a secret for an authenticator app (RFC 6238). Needs a password that was entered lately. */
  @Post()
  @HttpCode(200)
  begin(@CurrentActor() actor: Actor): Promise<TwoFactorSecret> {
    return this.change.begin(actor);
  }

  /** From here on signing in asks for a code. The recovery codes are shown this once. */
  @Post('enable')
  @HttpCode(200)
  enable(@Body() proof: EnableTwoFactor, @CurrentActor() actor: Actor): Promise<RecoveryCodes> {
    return this.change.enable(actor, proof);
  }

  /** Signing in asks for the password alone again. */
  @Delete()
  @HttpCode(204)
  disable(
    @Body() proof: DisableTwoFactor,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.change.disable(actor, proof, clientOf(request));
  }
}
