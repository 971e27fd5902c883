import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiCookieAuth, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor, OwnOriginGuard, Public, SessionOnly } from '@parley/api-core';
import {
  Authenticated,
  FinishSignIn,
  ProviderAddress,
  ProviderPath,
  SignInByProvider,
  SignInProviderList,
} from '@parley/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../client.js';
import { RefreshCookie } from '../refresh-cookie.js';
import { SignedCookies } from '../signed-cookies.js';
import { HALF_SIGNED_IN, OIDC_FLOW, type OidcFlow } from './oidc-flow.js';
import { type NextStop, OidcReturns } from './oidc-returns.js';
import { OidcService } from './oidc.service.js';
import { ProviderSignIn } from './provider-sign-in.js';

const elsewhere = { status: 302, description: 'To the provider, or to a page of the app' };

/** Signing in by OpenID Connect providers. */
@Controller('auth')
@SessionOnly()
export class OidcController {
  constructor(
    private readonly oidc: OidcService,
    private readonly returns: OidcReturns,
    private readonly cookies: SignedCookies,
    private readonly refresh: RefreshCookie,
    private readonly signIn: ProviderSignIn,
  ) {}

  /** Where else one can sign in. */
  @Get('providers')
  @Public()
  providers(): SignInProviderList {
    return this.oidc.providers();
  }

  /** For the browser itself: leads to the provider. What fails leads to the page for signing in, with `problem`. */
  @Get('oidc/:provider')
  @ApiResponse(elsewhere)
  @Public()
  async depart(
    @Param() { provider }: ProviderPath,
    @Query() wish: SignInByProvider,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.lead(reply, await this.returns.depart(provider, wish));
  }

  /** Where a provider leads back to, with what it found out: signs in, links, or says what is wrong. */
  @Get('oidc/:provider/callback')
  @ApiResponse(elsewhere)
  @Public()
  async arrive(
    @Param() { provider }: ProviderPath,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const flow = this.cookies.read(request, OIDC_FLOW);
    this.cookies.clear(reply, OIDC_FLOW);
    const { search } = new URL(request.url, 'http://localhost');
    this.lead(reply, await this.returns.arrive(provider, flow, search, clientOf(request)));
  }

  /** The second factor, after a provider has led back to `/login?step=code`. */
  @Post('oidc/finish')
  @ApiCookieAuth('second-step')
  @ApiOkResponse({ type: Authenticated })
  @Public()
  @HttpCode(200)
  @UseGuards(OwnOriginGuard)
  async finish(
    @Body() proof: FinishSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Authenticated> {
    const half = this.cookies.read(request, HALF_SIGNED_IN);
    const { authenticated, refreshToken } = await this.signIn.finish(half, proof, clientOf(request));
    this.cookies.clear(reply, HALF_SIGNED_IN);
    this.refresh.set(reply, refreshToken);
    return authenticated;
  }

  /** The page of the provider by which it becomes a way into this account. Needs a fresh proof. */
  @Post('oidc/:provider/link')
  @HttpCode(200)
  async link(
    @Param() { provider }: ProviderPath,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddress> {
    return this.keep(reply, await this.oidc.beginFor(provider, 'link', actor));
  }

  /** The page of the provider where one shows once more who one is, as by `POST /auth/reauth`. */
  @Post('oidc/:provider/reauth')
  @HttpCode(200)
  async prove(
    @Param() { provider }: ProviderPath,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderAddress> {
    return this.keep(reply, await this.oidc.beginFor(provider, 'prove', actor));
  }

  private keep(reply: FastifyReply, { flow, url }: { flow: OidcFlow; url: string }): ProviderAddress {
    this.cookies.set(reply, OIDC_FLOW, flow);
    return { url };
  }

  private lead(reply: FastifyReply, { location, flow, signedIn, half }: NextStop): void {
    if (flow) {
      this.cookies.set(reply, OIDC_FLOW, flow);
    }
    if (half) {
      this.cookies.set(reply, HALF_SIGNED_IN, half);
    }
    if (signedIn) {
      this.refresh.set(reply, signedIn.refreshToken);
    }
    void reply.status(302).header('location', location).header('cache-control', 'no-store');
  }
}
