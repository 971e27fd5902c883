import { Body, Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor, OwnOriginGuard, Public, SessionOnly } from '@parley/api-core';
import { Authenticated, ChangePassword, Login, Reauthenticate, Register } from '@parley/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuthService } from './auth.service.js';
import { bearerTokenOf, clientOf } from './client.js';
import { FreshProof } from './fresh-proof.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RegistrationService } from './registration.service.js';
import type { SignedIn } from './sessions.service.js';

const cookieHeader = {
  'Set-Cookie': { description: 'The refresh token, as the cookie `refresh`', schema: { type: 'string' } },
} as const;

@Controller('auth')
@SessionOnly()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly registration: RegistrationService,
    private readonly proof: FreshProof,
    private readonly cookie: RefreshCookie,
  ) {}

  /** Makes an account and signs in. The first account of an installation administers it. */
  @Post('register')
  @ApiCreatedResponse({ type: Authenticated, headers: cookieHeader })
  @Public()
  @UseGuards(OwnOriginGuard)
  async register(
    @Body() wish: Register,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authenticated> {
    return this.welcome(await this.registration.register(wish, clientOf(request)), reply);
  }

  /** Signs in. The refresh token comes in a cookie. */
  @Post('login')
  @ApiOkResponse({ type: Authenticated, headers: cookieHeader })
  @Public()
  @HttpCode(200)
  @UseGuards(OwnOriginGuard)
  async login(
    @Body() credentials: Login,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authenticated> {
    return this.welcome(await this.auth.login(credentials, clientOf(request)), reply);
  }

  /** Gives a new access token to whoever has the refresh cookie, and a new cookie. */
  @Post('refresh')
  @ApiCookieAuth('refresh')
  @ApiOkResponse({ type: Authenticated, headers: cookieHeader })
  @Public()
  @HttpCode(200)
  @UseGuards(OwnOriginGuard)
  async refresh(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authenticated> {
    return this.welcome(await this.auth.refresh(this.cookie.read(request)), reply);
  }

  /** Ends the session of the refresh cookie, and of the access token if there is one, with its sockets. */
  @Post('logout')
  @ApiCookieAuth('refresh')
  @Public()
  @HttpCode(204)
  @UseGuards(OwnOriginGuard)
  async logout(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.logout(this.cookie.read(request), bearerTokenOf(request));
    this.cookie.clear(reply);
  }

  /** Changes the password and signs out everywhere else. */
  @Post('password')
  @HttpCode(204)
  changePassword(
    @Body() change: ChangePassword,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.auth.changePassword(actor, change, clientOf(request));
  }

  /** Enters the password again, for what needs one that was entered within the last 15 minutes. */
  @Post('reauth')
  @HttpCode(204)
  reauthenticate(
    @Body() proof: Reauthenticate,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    return this.proof.renew(actor, proof, clientOf(request));
  }

  private welcome({ authenticated, refreshToken }: SignedIn, reply: FastifyReply): Authenticated {
    this.cookie.set(reply, refreshToken);
    return authenticated;
  }
}
