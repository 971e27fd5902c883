import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { SignInMethods } from '@parley/contracts';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcIdentityRepository } from './oidc/oidc-identity.repository.js';
import { PasskeyRepository } from './passkeys/passkey.repository.js';

/** The ways into an account: nobody may lose the last one. */
@Injectable()
export class WaysIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly clients: OidcClients,
    private readonly identities: OidcIdentityRepository,
    private readonly passkeys: PasskeyRepository,
  ) {}

  async of(userId: string): Promise<SignInMethods> {
    const account = await this.accounts.find(userId);
    const issuers = new Set(this.clients.providers.map(({ issuer }) => issuer));
    const identities = await this.identities.ofUser(userId);
    return {
      password: typeof account?.passwordHash === 'string',
      passkeys: await this.passkeys.countOf(userId),
      // What the settings do not name any more opens nothing.
      identities: identities.filter(({ issuer }) => issuers.has(issuer)).length,
    };
  }

  /**
   * After one of them was removed, in the same transaction: two who remove at the same time take turns here.
   * @throws DomainError `auth.last-sign-in-method`
   */
  async assertOneIsLeft(userId: string): Promise<void> {
    await this.accounts.lock(userId);
    const { password, passkeys, identities } = await this.of(userId);
    if (!password && passkeys + identities === 0) {
      throw new DomainError('auth.last-sign-in-method');
    }
  }
}
