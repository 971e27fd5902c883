import { Injectable } from '@nestjs/common';
import { type Account, Accounts, type NewAccount } from '@parley/api-users';
import type { Register } from '@parley/contracts';
import { Credentials } from './credentials.js';
import { RegistrationGate } from './registration-gate.js';

/** Whether somebody comes by an invite. */
type Way = Pick<Register, 'invite'>;

/** Who may make an account, and what becomes of their wish. */
@Injectable()
export class NewAccounts {
  constructor(
    private readonly accounts: Accounts,
    private readonly credentials: Credentials,
    private readonly gate: RegistrationGate,
  ) {}

  /**
   * Takes long on purpose, so no transaction should wait for it.
   * @throws DomainError `auth.registration-closed`, `auth.invite-required`, `invite.gone`,
   * `auth.password-too-weak`, `request.rate-limited`
   */
  async prepare(wish: Register, ip: string): Promise<NewAccount> {
    await this.assertMayBegin(wish, ip);
    const { username, email, password, displayName = username } = wish;
    const passwordHash = await this.credentials.hash(password, { username, pointer: '/password' });
    return { username, email, passwordHash, displayName };
  }

  /** @throws DomainError `auth.registration-closed`, `auth.invite-required`, `request.rate-limited` */
  async assertMayBegin(way: Way, ip: string): Promise<void> {
    await this.gate.assertOpen(way);
    await this.credentials.countRegistration(ip);
  }

  /** Inside of a transaction. @throws DomainError `auth.username-taken`, `auth.email-taken`, `invite.gone` */
  async create(newAccount: NewAccount, way: Way): Promise<Account> {
    const account = await this.accounts.create(newAccount);
    await this.gate.passThrough(way, account.id);
    return account;
  }
}
