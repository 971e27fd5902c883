import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import { NewAccounts } from '../new-accounts.js';
import { EmailVerificationService } from '../recovery/email-verification.service.js';
import { LinkedIdentities } from './linked-identities.js';
import { type ProvedIdentity, usernamesLike } from './proved-identity.js';

/** Whose account an identity opens. An address alone opens none: whoever has it elsewhere need not be who has it here. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly emails: EmailVerificationService,
    private readonly accounts: Accounts,
    private readonly linked: LinkedIdentities,
    private readonly newAccounts: NewAccounts,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `auth.provider-refused` when the account that it opened is gone */
  async find(identity: ProvedIdentity): Promise<Account | null> {
    const userId = await this.linked.use(identity);
    if (userId === null) {
      return null;
    }
    const account = await this.accounts.find(userId);
    if (!account) {
      throw new DomainError('auth.provider-refused');
    }
    return account;
  }

  /**
   * @throws DomainError `auth.identity-not-linked`, `auth.provider-email-missing`, `auth.registration-closed`,
   * `auth.invite-required`, `invite.gone`, `request.rate-limited`
   */
  async create(identity: ProvedIdentity, way: { invite?: string; ip: string }): Promise<Account> {
    const { email } = identity;
    if (email === undefined) {
      throw new DomainError('auth.provider-email-missing');
    }
    if (await this.accounts.findByLogin(email)) {
      throw new DomainError('auth.identity-not-linked');
    }
    await this.newAccounts.assertMayBegin(way, way.ip);
    return this.transactions.run(() => this.insert({ ...identity, email }, way));
  }

  private async insert(
    identity: ProvedIdentity & { email: string },
    way: { invite?: string },
  ): Promise<Account> {
    const { email, isEmailVerified, displayName, username: wish } = identity;
    const username = await this.accounts.firstFree(usernamesLike(wish));
    if (username === undefined) {
      throw new DomainError('auth.username-taken');
    }
    const wished = { username, email, passwordHash: null, displayName: displayName || username };
    const account = await this.newAccounts.create(wished, way);
    await this.linked.insert(account.id, identity);
    await (isEmailVerified ? this.accounts.verifyEmail(account.id, email) : this.emails.ask(account.id));
    return account;
  }
}
