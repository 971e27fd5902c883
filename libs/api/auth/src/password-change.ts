import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import { AccountChanges } from './account-changes.js';
import { OneTimeTokens } from './recovery/one-time-tokens.js';
import { SessionsService } from './sessions.service.js';
import { PersonalTokensService } from './tokens/personal-tokens.service.js';

/** What happens whenever somebody gets a new password, in whichever way. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly accounts: Accounts,
    private readonly changes: AccountChanges,
    private readonly links: OneTimeTokens,
    private readonly sessions: SessionsService,
    private readonly tokens: PersonalTokensService,
  ) {}

  /**
   * Whoever knew the old password is out, and its owner hears of it.
   * @param stays who changes it from a session of theirs; otherwise all sessions end, and all personal tokens
   */
  apply(userId: string, passwordHash: string, stays?: Actor): Promise<void> {
    return this.changes.run(userId, 'password-changed', async () => {
      await this.accounts.changePassword(userId, passwordHash);
      // Or who knew the old password could still move the account to an address of theirs.
      await this.links.forget(userId, 'change-email');
      await (stays ? this.sessions.endOthers(stays) : this.endEverything(userId));
    });
  }

  /** Somebody who got in could have made tokens to stay in. */
  private async endEverything(userId: string): Promise<void> {
    await this.sessions.endAll(userId);
    await this.tokens.removeAll(userId);
  }
}
