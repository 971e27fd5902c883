import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { type Account, Accounts } from '@parley/api-users';
import { commonPasswords } from './common-passwords.js';
import { assertStrong } from './password.policy.js';
import { Passwords } from './passwords.js';
import { SignInLimits } from './sign-in-limits.js';

/** Proves who somebody is by their password, and makes hashes of new ones. */
@Injectable()
export class Credentials {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly limits: SignInLimits,
  ) {}

  /** @throws DomainError `auth.invalid-credentials`, whichever of the two is wrong; `request.rate-limited` */
  async proveLogin(login: string, password: string, ip: string): Promise<Account> {
    this.limits.assertMayTry(login, ip);
    return this.prove(await this.accounts.findByLogin(login), password, { login, ip });
  }

  /** Once more, before something that a stolen session must not do. @throws DomainError as above */
  async proveAgain(userId: string, password: string, ip: string): Promise<Account> {
    const account = await this.accounts.find(userId);
    const login = account?.me.username ?? '';
    this.limits.assertMayTry(login, ip);
    return this.prove(account, password, { login, ip });
  }

  /**
   * Takes long on purpose, so no transaction should wait for it.
   * @param pointer to the field of the request that holds the password
   * @throws DomainError `auth.password-too-weak`
   */
  async hash(
    password: string,
    { username, pointer }: { username: string; pointer: string },
  ): Promise<string> {
    assertStrong(password, { username, pointer, common: await commonPasswords() });
    return this.passwords.hash(password);
  }

  /** @throws DomainError `request.rate-limited` for who makes one account after the other */
  countRegistration(ip: string): Promise<void> {
    return this.limits.countRegistration(ip);
  }

  private async prove(
    account: Account | null,
    password: string,
    { login, ip }: { login: string; ip: string },
  ): Promise<Account> {
    const isRight = await this.passwords.verify(account?.passwordHash, password);
    if (!account || !isRight) {
      await this.limits.countWrongPassword(login, ip);
      throw new DomainError('auth.invalid-credentials');
    }
    return account;
  }
}
