import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { FinishSignIn, SignInByProvider, SignInProviderList } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import { SessionRepository } from '../session.repository.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from '../sessions.service.js';
import { SecondFactor } from '../two-factor/second-factor.js';
import { LinkedIdentities } from './linked-identities.js';
import { OidcClients } from './oidc-clients.js';
import { OidcExchange } from './oidc-exchange.js';
import type { HalfSignedIn, OidcFlow, OidcPurpose } from './oidc-flow.js';
import { ProviderAccounts } from './provider-accounts.js';
import type { ProvedIdentity } from './proved-identity.js';

/** What has come of it when somebody is back from a provider. */
export type OidcOutcome =
  | { kind: 'signed-in'; signedIn: SignedIn }
  | { kind: 'second-factor'; half: HalfSignedIn }
  | { kind: 'linked' | 'proved' };

/** Signing in by a provider, and what else one goes to a provider for. */
@Injectable()
export class OidcService {
  constructor(
    private readonly accounts: Accounts,
    private readonly clients: OidcClients,
    private readonly exchange: OidcExchange,
    private readonly linked: LinkedIdentities,
    private readonly proof: FreshProof,
    private readonly providerAccounts: ProviderAccounts,
    private readonly secondFactor: SecondFactor,
    private readonly sessionRows: SessionRepository,
    private readonly sessions: SessionsService,
    private readonly transactions: Transactions,
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

  /** @throws DomainError what `OidcExchange.finish`, `ProviderAccounts` and `LinkedIdentities` throw */
  async finish(flow: OidcFlow, search: string, client: Client): Promise<OidcOutcome> {
    const identity = await this.exchange.finish(flow, search);
    if (flow.purpose.kind === 'sign-in') {
      return this.signIn(identity, flow.purpose, client);
    }
    await this.serve(identity, flow.purpose);
    return { kind: flow.purpose.kind === 'link' ? 'linked' : 'proved' };
  }

  /** @throws DomainError `auth.sign-in-expired`, `auth.second-factor-invalid`, `request.rate-limited` */
  async finishWith(
    half: HalfSignedIn | undefined,
    { code }: FinishSignIn,
    client: Client,
  ): Promise<SignedIn> {
    const account = half && (await this.accounts.find(half.userId));
    if (!account) {
      throw new DomainError('auth.sign-in-expired');
    }
    await this.secondFactor.prove(account, code, client.ip);
    return toSignedIn(account.me, await this.sessions.openAgain(account.id, client));
  }

  private async signIn(
    identity: ProvedIdentity,
    { invite }: Extract<OidcPurpose, { kind: 'sign-in' }>,
    client: Client,
  ): Promise<OidcOutcome> {
    const known = await this.providerAccounts.find(identity);
    // Whatever the provider has asked for: the second factor of this account is asked for here.
    if (known?.me.twoFactorEnabled) {
      return { kind: 'second-factor', half: { userId: known.id } };
    }
    const account = known ?? (await this.providerAccounts.create(identity, { invite, ip: client.ip }));
    const session = await (known
      ? this.sessions.openAgain(account.id, client)
      : this.sessions.open(account.id, client));
    return { kind: 'signed-in', signedIn: toSignedIn(account.me, session) };
  }

  private async serve(
    identity: ProvedIdentity,
    { kind, ...actor }: Extract<OidcPurpose, { userId: string }>,
  ): Promise<void> {
    // Whoever has signed out meanwhile no longer wants it.
    if (!(await this.sessionRows.isOpen(actor.sessionId, actor.userId))) {
      throw new DomainError('auth.sign-in-expired');
    }
    await this.transactions.run(() =>
      kind === 'link' ? this.linked.link(actor.userId, identity) : this.linked.prove(actor, identity),
    );
  }
}
