import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Jobs, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { ChangeEmail } from '@parley/contracts';
import { FreshProof } from '../fresh-proof.js';
import { SignInLimits } from '../sign-in-limits.js';
import { changeEmailMail } from './account-jobs.js';

/** Asks for a new address. It is changed when its owner shows that mail arrives there. */
@Injectable()
export class EmailChangeService {
  constructor(
    private readonly accounts: Accounts,
    private readonly jobs: Jobs,
    private readonly limits: SignInLimits,
    private readonly proof: FreshProof,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `auth.reauth-required`, `auth.email-taken`, `request.rate-limited` */
  async ask({ email }: ChangeEmail, actor: Actor): Promise<void> {
    await this.proof.require(actor);
    const owner = await this.accounts.findByLogin(email);
    if (owner && owner.id !== actor.userId) {
      throw new DomainError('auth.email-taken');
    }
    if (!owner) {
      if (!(await this.limits.mayGetMail(email))) {
        throw new DomainError('request.rate-limited');
      }
      await this.transactions.run(() => this.jobs.add(changeEmailMail, { userId: actor.userId, email }));
    }
  }
}
