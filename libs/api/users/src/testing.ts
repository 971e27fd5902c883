import { randomUUID } from 'node:crypto';
import { StoredBytesEntity } from '@parley/api-core';
import type { DataSource } from 'typeorm';
import { BlockEntity } from './blocks/block.entity.js';
import { UserEntity } from './user.entity.js';

export const userEntities = [BlockEntity, StoredBytesEntity, UserEntity];

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
