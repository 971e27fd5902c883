import { Injectable } from '@nestjs/common';
import { Jobs, Transactions } from '@parley/api-core';
import { accountChangedMail, passwordChangedMail } from './recovery/account-jobs.js';
import { accountChanged, type WayChange } from './security-jobs.js';

/** Whoever changes how one comes into an account, its owner hears of it. */
@Injectable()
export class AccountChanges {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  /** Does it, and tells it by mail and on all devices: both, or neither. */
  run<T>(userId: string, what: WayChange | 'password-changed', change: () => Promise<T>): Promise<T> {
    return this.transactions.run(async () => {
      const outcome = await change();
      const occasion = new Date().toISOString();
      await (what === 'password-changed'
        ? this.jobs.add(passwordChangedMail, { userId })
        : this.jobs.add(accountChangedMail, { userId, what }));
      await this.jobs.add(accountChanged, { userId, what, occasion });
      return outcome;
    });
  }
}
