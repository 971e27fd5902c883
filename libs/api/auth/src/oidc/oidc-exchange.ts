import { Injectable, Logger } from '@nestjs/common';
import { AppConfig, DomainError, type OidcProvider } from '@parley/api-core';
import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { OidcClients } from './oidc-clients.js';
import type { OidcFlow, OidcPurpose } from './oidc-flow.js';
import { type ProvedIdentity, toProvedIdentity } from './proved-identity.js';

/** Seconds that a sign-in at the provider may be old when it is to prove who is at the keyboard. */
const FRESH = 300;

/** What is said between this server and a provider: the authorization code flow with PKCE. */
@Injectable()
export class OidcExchange {
  private readonly logger = new Logger(OidcExchange.name);

  constructor(
    private readonly clients: OidcClients,
    private readonly config: AppConfig,
  ) {}

  /** @throws DomainError `auth.provider-unknown`, `auth.provider-unavailable` */
  async begin(id: string, purpose: OidcPurpose): Promise<{ flow: OidcFlow; url: string }> {
    const provider = this.clients.require(id);
    const client = await this.clients.of(provider);
    const flow: OidcFlow = {
      provider: id,
      purpose,
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    };
    const url = buildAuthorizationUrl(client, {
      redirect_uri: this.returnAddress(provider).href,
      scope: provider.scope,
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      ...(purpose.kind === 'prove' && { prompt: 'login', max_age: String(FRESH) }),
    });
    return { flow, url: url.href };
  }

  /**
   * @param search what the provider has added to our address
   * @throws DomainError `auth.provider-unknown`, `auth.provider-unavailable`, `auth.provider-refused`,
   * `auth.sign-in-expired` for an answer to somebody else's question
   */
  async finish(flow: OidcFlow, search: string): Promise<ProvedIdentity> {
    const provider = this.clients.require(flow.provider);
    const client = await this.clients.of(provider);
    const address = this.returnAddress(provider);
    address.search = search;
    if (address.searchParams.get('state') !== flow.state) {
      throw new DomainError('auth.sign-in-expired');
    }
    try {
      return await this.prove(client, address, flow);
    } catch (error) {
      this.logger.warn(`The provider ${provider.id} signed nobody in: ${String(error)}`);
      throw new DomainError('auth.provider-refused', { cause: error });
    }
  }

  private async prove(client: Configuration, address: URL, flow: OidcFlow): Promise<ProvedIdentity> {
    const tokens = await authorizationCodeGrant(client, address, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
      ...(flow.purpose.kind === 'prove' && { maxAge: FRESH }),
    });
    const claims = tokens.claims();
    if (!claims) {
      throw new Error('There is no ID token in the answer');
    }
    const isEnough = claims['email'] !== undefined || client.serverMetadata().userinfo_endpoint === undefined;
    const more = isEnough ? {} : await fetchUserInfo(client, tokens.access_token, claims.sub);
    return toProvedIdentity({ ...more, ...claims });
  }

  private returnAddress({ id }: OidcProvider): URL {
    return new URL(`/api/auth/oidc/${id}/callback`, this.config.PUBLIC_URL);
  }
}
