import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import type { Me, PresenceChoice, User } from '@parley/contracts';
import { validate as isUuid } from 'uuid';
import { Blocks } from './blocks/blocks.js';
import { toMe, toUser } from './user.mapper.js';
import { UserRepository } from './user.repository.js';

/** How somebody wants to be seen. */
export interface PresenceChoices {
  presence: PresenceChoice;
  isShown: boolean;
}

export function presenceChoicesOf({ presence, showPresence }: Me): PresenceChoices {
  return { presence, isShown: showPresence };
}

/** What other features may ask of people. */
@Injectable()
export class UserDirectory {
  constructor(
    private readonly users: UserRepository,
    private readonly blocks: Blocks,
  ) {}

  /** The people with these ids, by id. */
  async byIds(ids: Iterable<string>): Promise<Map<string, User>> {
    const rows = await this.users.findAll([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, toUser(row)]));
  }

  /** Who wrote messages. Outside of transactions, where nobody has changed these people and not committed it. */
  async authors(ids: Iterable<string>): Promise<User[]> {
    return (await this.users.findShown([...new Set(ids)])).map(toUser);
  }

  /** How these people want to be seen, by id. */
  async presenceChoices(ids: readonly string[]): Promise<Map<string, PresenceChoices>> {
    const rows = await this.users.findAll(ids);
    return new Map(rows.map((row) => [row.id, presenceChoicesOf(toMe(row))]));
  }

  /** By id or by user name, in lower case. @throws DomainError `user.not-found` */
  async require(idOrUsername: string): Promise<User> {
    // What looks like an id may still be somebody's name.
    const byId = isUuid(idOrUsername) ? await this.users.findActive(idOrUsername) : null;
    const row = byId ?? (await this.users.findByUsername(idOrUsername));
    if (!row) {
      throw new DomainError('user.not-found');
    }
    return toUser(row);
  }

  /** The ids of the people with these user names, in the order of the names; names of nobody are left out. */
  async idsNamed(usernames: readonly string[]): Promise<string[]> {
    const ids = usernames.length === 0 ? new Map<string, string>() : await this.users.idsByName(usernames);
    return usernames.flatMap((name) => ids.get(name) ?? []);
  }

  /** Of whom this person is to see nothing: whom they have blocked, and who has blocked them. */
  apartFrom(userId: string): Promise<string[]> {
    return this.blocks.around(userId);
  }

  /** @throws DomainError `user.blocked` when there is a block between this person and one of the others */
  assertReachable(userId: string, others: readonly string[]): Promise<void> {
    return this.blocks.assertNoneBetween(userId, others);
  }

  /** @throws DomainError `user.not-found` unless each of these people has an account. */
  async requireAll(ids: readonly string[]): Promise<void> {
    const existing = new Set(await this.users.existing(ids));
    const missing = ids.find((id) => !existing.has(id));
    if (missing !== undefined) {
      throw new DomainError('user.not-found', { detail: `There is nobody with the id ${missing}` });
    }
  }
}
