import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { SignInByProvider, SignInProviderList } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import type { Client } from '../sessions.service.js';
import { OidcClients } from './oidc-clients.js';
import { OidcExchange } from './oidc-exchange.js';
import type { OidcFlow } from './oidc-flow.js';
import { LinkedIdentities } from './linked-identities.js';
import { ProviderSignIn, type SignInOutcome } from './provider-sign-in.js';
import type { ProvedIdentity } from './proved-identity.js';

/** What has come of it when somebody is back from a provider. */
export type OidcOutcome = SignInOutcome | { kind: 'linked' | 'proved' };

/** What people go to a provider for: to sign in, to link it, or to prove who they are. */
@Injectable()
export class OidcService {
  constructor(
    private readonly clients: OidcClients,
    private readonly exchange: OidcExchange,
    private readonly proof: FreshProof,
    private readonly linked: LinkedIdentities,
    private readonly signIn: ProviderSignIn,
  ) {}

  providers(): SignInProviderList {
    return { items: this.clients.providers.map(({ id, name }) => ({ id, name })) };
  }

  /** @throws DomainError `auth.provider-unknown`, `auth.provider-unavailable` */
  begin(provider: string, { returnUrl = '/', invite }: SignInByProvider) {
    return this.exchange.begin(provider, { kind: 'sign-in', returnUrl, ...(invite && { invite }) });
  }

  /** @throws DomainError `auth.reauth-required` for linking; as above */
  async beginFor(provider: string, kind: 'link' | 'prove', actor: Actor) {
    await (kind === 'link' && this.proof.require(actor));
    return this.exchange.begin(provider, { kind, userId: actor.userId, sessionId: actor.sessionId });
  }

  /** @throws DomainError what `OidcExchange.finish`, `ProviderSignIn.signIn` and `LinkedIdentities.link` throw */
  async finish({ purpose, ...flow }: OidcFlow, search: string, client: Client): Promise<OidcOutcome> {
    const identity = await this.exchange.finish({ purpose, ...flow }, search);
    switch (purpose.kind) {
      case 'sign-in':
        return this.signIn.signIn(identity, purpose.invite, client);
      case 'link':
        // Once more: whoever has signed out meanwhile no longer wants it.
        await this.proof.require(purpose);
        await this.linked.link(purpose.userId, identity);
        return { kind: 'linked' };
      case 'prove':
        await this.prove(purpose, identity);
        return { kind: 'proved' };
    }
  }

  private async prove(actor: Actor, identity: ProvedIdentity): Promise<void> {
    if (!(await this.linked.isOf(actor.userId, identity))) {
      throw new DomainError('auth.provider-refused');
    }
    await this.proof.accept(actor);
  }
}
