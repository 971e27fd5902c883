import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import type { EnableTwoFactor, RecoveryCodes, TwoFactorSecret } from '@parley/contracts';
import { AccountChanges } from '../account-changes.js';
import { hashOfRecovery, newRecoveryCodes, newSecret, otpauthUrl, stepOf } from './codes.js';
import { SealedSecrets } from './sealed-secrets.js';
import { TwoFactorRepository } from './two-factor.repository.js';

/** The second factor of an account, from its beginning to its end. Who may change it is decided before. */
@Injectable()
export class TwoFactorService {
  constructor(
    private readonly accounts: Accounts,
    private readonly changes: AccountChanges,
    private readonly factors: TwoFactorRepository,
    private readonly sealed: SealedSecrets,
    private readonly transactions: Transactions,
  ) {}

  /** Nothing is asked for at sign-in until it is enabled. @throws DomainError `auth.two-factor-enabled` */
  begin({ userId }: Actor): Promise<TwoFactorSecret> {
    const secret = newSecret();
    return this.transactions.run(async () => {
      const { me } = await this.withoutFactor(userId);
      await this.factors.begin(userId, this.sealed.seal(secret));
      return { secret, otpauthUrl: otpauthUrl(secret, me.username) };
    });
  }

  /** @throws DomainError `auth.two-factor-enabled`; `auth.second-factor-invalid`, also before there is a secret */
  enable({ userId }: Actor, { code }: EnableTwoFactor): Promise<RecoveryCodes> {
    return this.changes.run(userId, 'second-factor-on', async () => {
      await this.withoutFactor(userId);
      if (!(await this.takeCode(userId, code))) {
        throw new DomainError('auth.second-factor-invalid');
      }
      const recoveryCodes = newRecoveryCodes();
      await this.factors.setRecovery(userId, recoveryCodes.map(hashOfRecovery));
      await this.accounts.setTwoFactor(userId, true);
      return { recoveryCodes };
    });
  }

  async isEnabled({ userId }: Actor): Promise<boolean> {
    return (await this.accounts.find(userId))?.me.twoFactorEnabled ?? false;
  }

  /** Inside of a transaction. */
  async disable({ userId }: Actor): Promise<void> {
    await this.factors.remove(userId);
    await this.accounts.setTwoFactor(userId, false);
  }

  /** Uses the code up. @returns whether it was good: one of the app, or for recovery */
  async take(userId: string, code: string): Promise<boolean> {
    return /^\d{6}$/.test(code)
      ? this.takeCode(userId, code)
      : this.factors.takeRecovery(userId, hashOfRecovery(code));
  }

  private async takeCode(userId: string, code: string): Promise<boolean> {
    const factor = await this.factors.find(userId);
    const secret = factor && this.sealed.open(factor.secret);
    const step = secret ? stepOf(code, secret) : null;
    return step !== null && this.factors.takeStep(userId, step);
  }

  private async withoutFactor(userId: string): Promise<Account> {
    const account = await this.accounts.find(userId);
    if (!account || account.me.twoFactorEnabled) {
      throw new DomainError(account ? 'auth.two-factor-enabled' : 'user.not-found');
    }
    return account;
  }
}
