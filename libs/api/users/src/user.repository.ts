import { Injectable } from '@nestjs/common';
import { PreparedStatements, Transactions } from '@parley/api-core';
import { In, IsNull, type Repository } from 'typeorm';
import { UserEntity } from './user.entity.js';

export type NewUser = Pick<UserEntity, 'id' | 'username' | 'email' | 'passwordHash' | 'displayName' | 'role'>;

/** What everybody may see of a person. */
export type ShownUser = Pick<
  UserEntity,
  | 'id'
  | 'username'
  | 'displayName'
  | 'avatar'
  | 'bio'
  | 'statusEmoji'
  | 'statusText'
  | 'statusExpiresAt'
  | 'createdAt'
  | 'deletedAt'
>;

const SHOWN = {
  name: 'users-shown',
  text: `
    SELECT id, username, display_name AS "displayName", avatar, bio, status_emoji AS "statusEmoji",
      status_text AS "statusText", status_expires_at AS "statusExpiresAt", created_at AS "createdAt",
      deleted_at AS "deletedAt"
    FROM users WHERE id = ANY($1)`,
};

const HAS_NOT_BLOCKED = `
  NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = person.id AND b.blocked_id = :readerId)`;

/** The place of a person in the directory: sorted by user name, which nobody shares. */
export interface DirectoryPlace {
  /** Who looks: those who have blocked them are absent. */
  readerId: string;
  query: string;
  after?: string;
  limit: number;
}

@Injectable()
export class UserRepository {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: PreparedStatements,
  ) {}

  find(id: string): Promise<UserEntity | null> {
    return this.table.findOneBy({ id });
  }

  /** Only if the account is not gone. */
  findActive(id: string): Promise<UserEntity | null> {
    return this.table.findOneBy({ id, deletedAt: IsNull() });
  }

  /** Nobody else changes the row until this transaction ends. */
  lock(id: string): Promise<UserEntity | null> {
    return this.table.findOne({ where: { id, deletedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
  }

  findByUsername(username: string): Promise<UserEntity | null> {
    return this.table.findOneBy({ username, deletedAt: IsNull() });
  }

  /** By user name or e-mail address; no user name has an @. */
  findByLogin(login: string): Promise<UserEntity | null> {
    const name = login.includes('@') ? { email: login } : { username: login };
    return this.table.findOneBy({ ...name, deletedAt: IsNull() });
  }

  /** In no particular order; who does not exist is absent. */
  findAll(ids: readonly string[]): Promise<UserEntity[]> {
    return this.table.findBy({ id: In([...ids]) });
  }

  /** As `findAll`; asked for every page of messages, so it takes no part in a transaction. */
  findShown(ids: readonly string[]): Promise<ShownUser[]> {
    return this.statements.rows(SHOWN, [ids]);
  }

  /** Those of the ids that belong to people with an account. */
  async existing(ids: readonly string[]): Promise<string[]> {
    const rows = await this.table.find({
      select: { id: true },
      where: { id: In([...ids]), deletedAt: IsNull() },
    });
    return rows.map(({ id }) => id);
  }

  /** Those of the names that cannot be taken any more. */
  async takenOf(usernames: readonly string[]): Promise<string[]> {
    const rows = await this.table.find({
      select: { username: true },
      where: { username: In([...usernames]) },
    });
    return rows.map(({ username }) => username);
  }

  async idsByName(usernames: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.table.find({
      select: { id: true, username: true },
      where: { username: In([...usernames]), deletedAt: IsNull() },
    });
    return new Map(rows.map(({ id, username }) => [username, id]));
  }

  /** People whose user name or display name contains the query, ascending by user name. */
  search({ query, readerId, after = '', limit }: DirectoryPlace): Promise<UserEntity[]> {
    const people = this.table
      .createQueryBuilder('person')
      .where('person.deletedAt IS NULL')
      .andWhere('person.username > :after', { after })
      .andWhere(HAS_NOT_BLOCKED, { readerId })
      .orderBy('person.username')
      .limit(limit);
    if (query !== '') {
      // The expression of the index `users_search`.
      people.andWhere(`(username || ' ' || lower(display_name)) LIKE :pattern`, {
        pattern: `%${escapeLike(query.toLowerCase())}%`,
      });
    }
    return people.getMany();
  }

  isAnybodyThere(): Promise<boolean> {
    return this.table.exists();
  }

  /** Makes others who find nobody wait until this transaction ends, then looks again. */
  async lockIfNobodyIsThere(): Promise<boolean> {
    await this.transactions.manager.query('SELECT FROM instance FOR UPDATE');
    return !(await this.isAnybodyThere());
  }

  /** @throws a unique violation of `USERNAME_INDEX` or `EMAIL_INDEX`. */
  async insert(user: NewUser): Promise<UserEntity> {
    // What PostgreSQL leaves empty it does not tell.
    const row = this.table.create({
      ...user,
      avatar: null,
      statusExpiresAt: null,
      deletedAt: null,
      emailVerifiedAt: null,
      twoFactorEnabled: false,
    });
    await this.table.insert(row);
    return row;
  }

  /** Unless the address is another one by now. */
  async verifyEmail(id: string, email: string): Promise<void> {
    await this.table.update({ id, email, emailVerifiedAt: IsNull() }, { emailVerifiedAt: new Date() });
  }

  async update(id: string, changes: Partial<UserEntity>): Promise<void> {
    await this.table.update({ id }, changes);
  }

  private get table(): Repository<UserEntity> {
    return this.transactions.repository(UserEntity);
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
