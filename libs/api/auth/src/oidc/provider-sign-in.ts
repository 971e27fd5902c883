import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { FinishSignIn } from '@parley/contracts';
import { type Client, SessionsService, type SignedIn, toSignedIn } from '../sessions.service.js';
import { SecondFactor } from '../two-factor/second-factor.js';
import type { HalfSignedIn } from './oidc-flow.js';
import { ProviderAccounts } from './provider-accounts.js';
import type { ProvedIdentity } from './proved-identity.js';

export type SignInOutcome =
  { kind: 'signed-in'; signedIn: SignedIn } | { kind: 'second-factor'; half: HalfSignedIn };

/** Opens the account of whom a provider has signed in. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly providerAccounts: ProviderAccounts,
    private readonly secondFactor: SecondFactor,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws DomainError what `ProviderAccounts.find` and `.create` throw */
  async signIn(identity: ProvedIdentity, invite: string | undefined, client: Client): Promise<SignInOutcome> {
    const known = await this.providerAccounts.find(identity);
    // Whatever the provider has asked for: the second factor of this account is asked for here.
    if (known?.me.twoFactorEnabled) {
      return { kind: 'second-factor', half: { userId: known.id } };
    }
    if (known) {
      const session = await this.sessions.openAgain(known.id, client);
      return { kind: 'signed-in', signedIn: toSignedIn(known.me, session) };
    }
    const { id, me } = await this.providerAccounts.create(identity, { invite, ip: client.ip });
    return { kind: 'signed-in', signedIn: toSignedIn(me, await this.sessions.open(id, client)) };
  }

  /** @throws DomainError `auth.sign-in-expired`, `auth.second-factor-invalid`, `request.rate-limited` */
  async finish(half: HalfSignedIn | undefined, { code }: FinishSignIn, client: Client): Promise<SignedIn> {
    const account = half && (await this.accounts.find(half.userId));
    if (!account) {
      throw new DomainError('auth.sign-in-expired');
    }
    await this.secondFactor.prove(account, code, client.ip);
    return toSignedIn(account.me, await this.sessions.openAgain(account.id, client));
  }
}
