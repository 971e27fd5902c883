import { Injectable } from '@nestjs/common';
import { type Actor, Jobs, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import { passwordChangedMail } from './recovery/account-jobs.js';
import { accountChanged } from './security-jobs.js';
import { SessionsService } from './sessions.service.js';
import { PersonalTokensService } from './tokens/personal-tokens.service.js';

/** What happens whenever somebody gets a new password, in whichever way. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly accounts: Accounts,
    private readonly jobs: Jobs,
    private readonly sessions: SessionsService,
    private readonly tokens: PersonalTokensService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Whoever knew the old password is out, and its owner hears of it.
   * @param stays who changes it from a session of theirs; otherwise all sessions end, and all personal tokens
   */
  apply(userId: string, passwordHash: string, stays?: Actor): Promise<void> {
    return this.transactions.run(async () => {
      await this.accounts.changePassword(userId, passwordHash);
      await (stays ? this.sessions.endOthers(stays) : this.endEverything(userId));
      await this.jobs.add(passwordChangedMail, { userId });
      const occasion = new Date().toISOString();
      await this.jobs.add(accountChanged, { userId, what: 'password-changed', occasion });
    });
  }

  /** Somebody who got in could have made tokens to stay in. */
  private async endEverything(userId: string): Promise<void> {
    await this.sessions.endAll(userId);
    await this.tokens.removeAll(userId);
  }
}
