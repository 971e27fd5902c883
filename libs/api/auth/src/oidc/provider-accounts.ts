import { Injectable } from '@nestjs/common';
import { DomainError, isUniqueViolation, Transactions } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import { v7 as uuidv7 } from 'uuid';
import { NewAccounts } from '../new-accounts.js';
import { EmailVerificationService } from '../recovery/email-verification.service.js';
import { type OidcIdentityEntity, SUBJECT_INDEX } from './oidc-identity.entity.js';
import { OidcIdentityRepository } from './oidc-identity.repository.js';
import { type ProvedIdentity, usernamesLike } from './proved-identity.js';

/** Whose account an identity opens. An address alone opens none: whoever has it elsewhere need not be who has it here. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly accounts: Accounts,
    private readonly emails: EmailVerificationService,
    private readonly identities: OidcIdentityRepository,
    private readonly newAccounts: NewAccounts,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `auth.provider-refused` when the account that it opened is gone */
  async find(identity: ProvedIdentity): Promise<Account | null> {
    const known = await this.identityOf(identity);
    if (!known) {
      return null;
    }
    const account = await this.accounts.find(known.userId);
    if (!account) {
      throw new DomainError('auth.provider-refused');
    }
    await this.identities.markUsed(known.id, identity.email ?? '');
    return account;
  }

  async isOf(userId: string, identity: ProvedIdentity): Promise<boolean> {
    return (await this.identityOf(identity))?.userId === userId;
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

  /** What is linked already stays so. @throws DomainError `auth.identity-taken` */
  async link(userId: string, identity: ProvedIdentity): Promise<void> {
    if (await this.isOf(userId, identity)) {
      return;
    }
    const { issuer, subject, email = '' } = identity;
    try {
      await this.identities.insert({ id: uuidv7(), userId, issuer, subject, email });
    } catch (error) {
      if (isUniqueViolation(error, SUBJECT_INDEX)) {
        throw new DomainError('auth.identity-taken', { cause: error });
      }
      throw error;
    }
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
    await this.link(account.id, identity);
    await (isEmailVerified ? this.accounts.verifyEmail(account.id, email) : this.emails.ask(account.id));
    return account;
  }

  private identityOf({ issuer, subject }: ProvedIdentity): Promise<OidcIdentityEntity | null> {
    return this.identities.find(issuer, subject);
  }
}
