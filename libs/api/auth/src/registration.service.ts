import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { Register } from '@parley/contracts';
import { Credentials } from './credentials.js';
import { RegistrationGate } from './registration-gate.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from './sessions.service.js';

@Injectable()
export class RegistrationService {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly credentials: Credentials,
    private readonly gate: RegistrationGate,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Makes an account and signs in; who registers by an invite is in its room as well. The first account is always
   * possible, and owns the installation.
   * @throws DomainError `auth.registration-closed`, `auth.invite-required`, `invite.gone`, `auth.password-too-weak`, `auth.username-taken`,
   * `auth.email-taken`, `request.rate-limited`
   */
  async register(wish: Register, client: Client): Promise<SignedIn> {
    await this.gate.assertOpen(wish);
    const { username, email, password, displayName = username } = wish;
    await this.credentials.countRegistration(client.ip);
    const passwordHash = await this.credentials.hash(password, { username, pointer: '/password' });
    const { me, session } = await this.transactions.run(async () => {
      const account = await this.accounts.create({ username, email, passwordHash, displayName });
      await this.gate.passThrough(wish, account.id);
      return { me: account.me, session: await this.sessions.open(account.id, client) };
    });
    return toSignedIn(me, session);
  }
}
