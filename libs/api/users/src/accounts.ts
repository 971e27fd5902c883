import { Injectable } from '@nestjs/common';
import { DomainError, isUniqueViolation } from '@parley/api-core';
import { EVERYBODY, type Me } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { requirePerson } from './own-profiles.js';
import { EMAIL_INDEX, type UserEntity, USERNAME_INDEX } from './user.entity.js';
import { toMe } from './user.mapper.js';
import { UserRepository } from './user.repository.js';

/** Somebody who can sign in. */
export interface Account {
  id: string;
  /** Null for who has no password. */
  passwordHash: string | null;
  me: Me;
}

export type NewAccount = Pick<UserEntity, 'username' | 'email' | 'passwordHash' | 'displayName'>;

/** What signing in needs of people, and nobody else may know. */
@Injectable()
export class Accounts {
  constructor(private readonly users: UserRepository) {}

  /** @param login the user name or the e-mail address, in lower case */
  async findByLogin(login: string): Promise<Account | null> {
    const row = await this.users.findByLogin(login);
    return row && toAccount(row);
  }

  async find(id: string): Promise<Account | null> {
    const row = await this.users.findActive(id);
    return row && toAccount(row);
  }

  /** Nobody else changes the account until this transaction ends. */
  async lock(id: string): Promise<Account | null> {
    const row = await this.users.lock(id);
    return row && toAccount(row);
  }

  /** The first of these names that nobody has; undefined when all are taken. */
  async firstFree(usernames: readonly string[]): Promise<string | undefined> {
    const taken = new Set(await this.users.takenOf(usernames));
    return usernames.find((username) => username !== EVERYBODY && !taken.has(username));
  }

  /** Whether this installation is still new. */
  async areNone(): Promise<boolean> {
    return !(await this.users.isAnybodyThere());
  }

  /**
   * Runs in a transaction. Who is first owns the installation, also when two are at the same time.
   * @throws DomainError `auth.username-taken`, `auth.email-taken`
   */
  async create(account: NewAccount): Promise<Account> {
    if (account.username === EVERYBODY) {
      throw new DomainError('auth.username-taken');
    }
    const isFirst = (await this.areNone()) && (await this.users.lockIfNobodyIsThere());
    try {
      return toAccount(
        await this.users.insert({ ...account, id: uuidv7(), role: isFirst ? 'admin' : 'user' }),
      );
    } catch (error) {
      if (isUniqueViolation(error, USERNAME_INDEX)) {
        throw new DomainError('auth.username-taken', { cause: error });
      }
      if (isUniqueViolation(error, EMAIL_INDEX)) {
        throw new DomainError('auth.email-taken', { cause: error });
      }
      throw error;
    }
  }

  /** Its owner got a mail at this address. */
  verifyEmail(id: string, email: string): Promise<void> {
    return this.users.verifyEmail(id, email);
  }

  /** Its owner got a mail at this address, and wants it in the place of the other. @throws DomainError `auth.email-taken` */
  async changeEmail(id: string, email: string): Promise<void> {
    try {
      await this.users.update(id, { email, emailVerifiedAt: new Date() });
    } catch (error) {
      if (isUniqueViolation(error, EMAIL_INDEX)) {
        throw new DomainError('auth.email-taken', { cause: error });
      }
      throw error;
    }
  }

  setTwoFactor(id: string, twoFactorEnabled: boolean): Promise<void> {
    return this.users.update(id, { twoFactorEnabled });
  }

  /**
   * Ends an account: its row stays, for what it left behind, and tells nothing of who it was. Runs in a transaction.
   * @returns the hash of the picture that nobody shows any more
   * @throws DomainError `user.not-found`
   */
  async close(id: string): Promise<{ avatar: string | null }> {
    const { avatar } = requirePerson(await this.users.lock(id));
    const name = `deleted-${id.slice(-12)}`;
    await this.users.update(id, {
      ...{ username: name, email: `${name}@deleted.invalid`, displayName: 'Deleted user' },
      ...{ bio: '', avatar: null, statusEmoji: '', statusText: '', statusExpiresAt: null, settings: {} },
      ...{ passwordHash: '', emailVerifiedAt: null, twoFactorEnabled: false, role: 'user' },
      deletedAt: new Date(),
    });
    return { avatar };
  }

  changePassword(id: string, passwordHash: string): Promise<void> {
    return this.users.update(id, { passwordHash });
  }
}

function toAccount(row: UserEntity): Account {
  return { id: row.id, passwordHash: row.passwordHash, me: toMe(row) };
}
