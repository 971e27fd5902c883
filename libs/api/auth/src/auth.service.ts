import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { ChangePassword, Login } from '@parley/contracts';
import { Credentials } from './credentials.js';
import { PasswordChange } from './password-change.js';
import { type Client, SessionsService, type SignedIn, toSignedIn } from './sessions.service.js';
import { SecondFactor } from './two-factor/second-factor.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: SessionsService,
    private readonly credentials: Credentials,
    private readonly secondFactor: SecondFactor,
    private readonly passwordChange: PasswordChange,
  ) {}

  /**
   * @throws DomainError `auth.invalid-credentials`, `auth.second-factor-required`, `auth.second-factor-invalid`,
   * `request.rate-limited`
   */
  async login({ login, password, code }: Login, client: Client): Promise<SignedIn> {
    const account = await this.credentials.proveLogin(login, password, client.ip);
    await this.secondFactor.prove(account, code, client.ip);
    return toSignedIn(account.me, await this.sessions.openAgain(account.id, client));
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
   * @throws DomainError `auth.invalid-credentials`, `auth.password-too-weak`, `request.rate-limited`
   */
  async changePassword(
    actor: Actor,
    { currentPassword, newPassword }: ChangePassword,
    { ip }: Client,
  ): Promise<void> {
    const { id, me } = await this.credentials.proveAgain(actor.userId, currentPassword, ip);
    const pointer = '/newPassword';
    const passwordHash = await this.credentials.hash(newPassword, { username: me.username, pointer });
    await this.passwordChange.apply(id, passwordHash, actor);
  }
}
