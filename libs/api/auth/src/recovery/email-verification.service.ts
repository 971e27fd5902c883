import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Jobs, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { VerifyEmail } from '@parley/contracts';
import { SignInLimits } from '../sign-in-limits.js';
import { accountChanged } from '../security-jobs.js';
import { emailChangedMail, verifyEmailMail } from './account-jobs.js';
import type { OneTimeTokenEntity } from './one-time-token.entity.js';
import { OneTimeTokens } from './one-time-tokens.js';

@Injectable()
export class EmailVerificationService {
  constructor(
    private readonly accounts: Accounts,
    private readonly jobs: Jobs,
    private readonly limits: SignInLimits,
    private readonly tokens: OneTimeTokens,
    private readonly transactions: Transactions,
  ) {}

  /** Asks somebody to confirm their address. Inside of the transaction that makes the account. */
  ask(userId: string): Promise<void> {
    return this.jobs.add(verifyEmailMail, { userId }, userId);
  }

  /** Whoever has confirmed their address already gets no mail. @throws DomainError `request.rate-limited` */
  async askAgain({ userId }: Actor): Promise<void> {
    const account = await this.accounts.find(userId);
    if (account && !account.me.emailVerified) {
      if (!(await this.limits.mayGetMail(account.me.email))) {
        throw new DomainError('request.rate-limited');
      }
      await this.transactions.run(() => this.ask(userId));
    }
  }

  /** Needs no session: the mail may be read on another device. @throws DomainError `auth.link-invalid`, `auth.email-taken` */
  async verify({ token }: VerifyEmail): Promise<void> {
    const link = await this.tokens.require(token, 'verify-email', 'change-email');
    await this.transactions.run(async () => {
      await this.tokens.use(link);
      await (link.purpose === 'change-email'
        ? this.replace(link)
        : this.accounts.verifyEmail(link.userId, link.email));
    });
  }

  private async replace({ userId, email }: OneTimeTokenEntity): Promise<void> {
    const account = await this.accounts.lock(userId);
    if (!account) {
      throw new DomainError('auth.link-invalid');
    }
    await this.accounts.changeEmail(userId, email);
    await this.jobs.add(emailChangedMail, { userId, email: account.me.email });
    const occasion = new Date().toISOString();
    await this.jobs.add(accountChanged, { userId, what: 'email-changed', occasion });
  }
}
