import { randomUUID } from 'node:crypto';
import type { Transactions } from '@parley/api-core';
import type { DataSource } from 'typeorm';
import { UserDirectory } from './user-directory.js';
import { UserEntity } from './user.entity.js';
import { UserRepository } from './user.repository.js';

export const userEntities = [UserEntity];

/** Somebody with an account, who cannot sign in. */
export async function insertUser(database: DataSource, wishes: Partial<UserEntity> = {}): Promise<string> {
  const id = randomUUID();
  const username = `u-${id.slice(0, 30)}`;
  await database.getRepository(UserEntity).insert({
    ...{ id, username, email: `${username}@example.org`, passwordHash: '', displayName: username },
    ...wishes,
  });
  return wishes.id ?? id;
}

/** The real thing, for integration tests that do without NestJS. */
export function userDirectory(transactions: Transactions): UserDirectory {
  return new UserDirectory(new UserRepository(transactions));
}
