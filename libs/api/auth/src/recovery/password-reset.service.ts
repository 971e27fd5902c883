import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import type { ResetPassword } from '@parley/contracts';
import { Credentials } from '../credentials.js';
import { PasswordChange } from '../password-change.js';
import type { OneTimeTokenEntity } from './one-time-token.entity.js';
import { OneTimeTokens } from './one-time-tokens.js';

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    private readonly passwordChange: PasswordChange,
    private readonly tokens: OneTimeTokens,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Ends all sessions: whoever was in is out. Shows as well that mail to the address arrives.
   * @throws DomainError `auth.link-invalid`; `auth.password-too-weak`, which leaves the link as it is
   */
  async reset({ token, newPassword }: ResetPassword): Promise<void> {
    const link = await this.tokens.require(token, 'reset-password');
    const { id, me } = await this.ownerOf(link);
    const { username } = me;
    const passwordHash = await this.credentials.hash(newPassword, { username, pointer: '/newPassword' });
    await this.transactions.run(async () => {
      await this.tokens.use(link);
      await this.accounts.verifyEmail(id, link.email);
      await this.passwordChange.apply(id, passwordHash);
    });
  }

  private async ownerOf({ userId, email }: OneTimeTokenEntity): Promise<Account> {
    const account = await this.accounts.find(userId);
    if (account?.me.email !== email) {
      throw new DomainError('auth.link-invalid');
    }
    return account;
  }
}
