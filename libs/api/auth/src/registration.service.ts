import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Register } from '@parley/contracts';
import { NewAccounts } from './new-accounts.js';
import { EmailVerificationService } from './recovery/email-verification.service.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from './sessions.service.js';

@Injectable()
export class RegistrationService {
  constructor(
    private readonly newAccounts: NewAccounts,
    private readonly sessions: SessionsService,
    private readonly emails: EmailVerificationService,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Makes an account and signs in; who registers by an invite is in its room as well. The first account is always
   * possible, and owns the installation.
   * @throws DomainError `auth.registration-closed`, `auth.invite-required`, `invite.gone`, `auth.password-too-weak`, `auth.username-taken`,
   * `auth.email-taken`, `request.rate-limited`
   */
  async register(wish: Register, client: Client): Promise<SignedIn> {
    const newAccount = await this.newAccounts.prepare(wish, client.ip);
    const { me, session } = await this.transactions.run(async () => {
      const account = await this.newAccounts.create(newAccount, wish);
      await this.emails.ask(account.id);
      return { me: account.me, session: await this.sessions.open(account.id, client) };
    });
    return toSignedIn(me, session);
  }
}
