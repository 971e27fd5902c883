import { Injectable } from '@nestjs/common';
import { type Actor, AppConfig, DomainError, Transactions } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { ChangePassword, Login, Register } from '@parley/contracts';
import { commonPasswords } from './common-passwords.js';
import { assertStrong } from './password.policy.js';
import { Passwords } from './passwords.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from './sessions.service.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly passwords: Passwords,
    private readonly transactions: Transactions,
    private readonly config: AppConfig,
  ) {}

  /**
   * Makes an account and signs in. The first one is always possible, and owns the installation.
   * @throws DomainError `auth.registration-closed`, `auth.password-too-weak`, `auth.username-taken`,
   * `auth.email-taken`
   */
  async register(wish: Register, client: Client): Promise<SignedIn> {
    await this.assertOpen();
    const { username, email, password, displayName = username } = wish;
    assertStrong(password, { username, pointer: '/password', common: await commonPasswords() });
    // Before the transaction: nobody should hold a connection for as long as this takes.
    const passwordHash = await this.passwords.hash(password);
    const { me, session } = await this.transactions.run(async () => {
      const account = await this.accounts.create({ username, email, passwordHash, displayName });
      return { me: account.me, session: await this.sessions.open(account.id, client) };
    });
    return toSignedIn(me, session);
  }

  /** @throws DomainError `auth.invalid-credentials`, whichever of the two is wrong */
  async login({ login, password }: Login, client: Client): Promise<SignedIn> {
    const account = await this.accounts.findByLogin(login);
    const isRight = await this.passwords.verify(account?.passwordHash, password);
    if (!account || !isRight) {
      throw new DomainError('auth.invalid-credentials');
    }
    return toSignedIn(account.me, await this.sessions.open(account.id, client));
  }

  /** @throws DomainError `auth.required`, `auth.token-invalid`, `auth.session-revoked` */
  async refresh(refreshToken: string | undefined): Promise<SignedIn> {
    const session = await this.sessions.refresh(refreshToken);
    const account = await this.accounts.find(session.userId);
    if (!account) {
      throw new DomainError('auth.session-revoked');
    }
    return toSignedIn(account.me, session);
  }

  /** Ends the session of whatever it is given. What is not good for anything ends nothing. */
  async logout(refreshToken: string | undefined, accessToken: string | undefined): Promise<void> {
    await this.sessions.endByRefreshToken(refreshToken);
    await this.sessions.endByAccessToken(accessToken);
  }

  /**
   * Signs out everywhere else as well: whoever knew the old password is out.
   * @throws DomainError `auth.invalid-credentials`, `auth.password-too-weak`
   */
  async changePassword(actor: Actor, { currentPassword, newPassword }: ChangePassword): Promise<void> {
    const account = await this.accounts.find(actor.userId);
    const isRight = await this.passwords.verify(account?.passwordHash, currentPassword);
    if (!account || !isRight) {
      throw new DomainError('auth.invalid-credentials');
    }
    const { username } = account.me;
    assertStrong(newPassword, { username, pointer: '/newPassword', common: await commonPasswords() });
    const passwordHash = await this.passwords.hash(newPassword);
    await this.transactions.run(async () => {
      await this.accounts.changePassword(actor.userId, passwordHash);
      await this.sessions.endOthers(actor);
    });
  }

  private async assertOpen(): Promise<void> {
    if (this.config.REGISTRATION === 'closed' && !(await this.accounts.areNone())) {
      throw new DomainError('auth.registration-closed');
    }
  }
}
