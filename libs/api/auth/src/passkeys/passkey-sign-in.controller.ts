import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { type Actor, CurrentActor, OwnOriginGuard, Public, SessionOnly } from '@parley/api-core';
import { Authenticated, PasskeyProof, PasskeyQuestion } from '@parley/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../client.js';
import { RefreshCookie } from '../refresh-cookie.js';
import { PasskeySignIn } from './passkey-sign-in.js';

@Controller('auth/passkeys')
@SessionOnly()
export class PasskeySignInController {
  constructor(
    private readonly passkeys: PasskeySignIn,
    private readonly refresh: RefreshCookie,
  ) {}

  /** What a browser needs to show any passkey that it has for this server. */
  @Post('sign-in/options')
  @Public()
  @HttpCode(200)
  @UseGuards(OwnOriginGuard)
  ask(): Promise<PasskeyQuestion> {
    return this.passkeys.ask();
  }

  /** Signs in by a passkey, which counts as both factors. The refresh token comes in a cookie. */
  @Post('sign-in')
  @Public()
  @HttpCode(200)
  @UseGuards(OwnOriginGuard)
  async signIn(
    @Body() passkey: PasskeyProof,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authenticated> {
    const { authenticated, refreshToken } = await this.passkeys.signIn(passkey, clientOf(request));
    this.refresh.set(reply, refreshToken);
    return authenticated;
  }

  /** Shows once more who one is, as by `POST /auth/reauth`. */
  @Post('reauth')
  @HttpCode(204)
  proveAgain(@Body() passkey: PasskeyProof, @CurrentActor() actor: Actor): Promise<void> {
    return this.passkeys.proveAgain(actor, passkey);
  }
}
