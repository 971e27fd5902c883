import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, DomainError, readPage, Transactions } from '@parley/api-core';
import type { DirectoryQuery, Me, UpdateMe, UserPage } from '@parley/contracts';
import { AccountChanged } from './user.events.js';
import type { UserEntity } from './user.entity.js';
import { toColumns, toMe, toUser } from './user.mapper.js';
import { UserRepository } from './user.repository.js';

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
    private readonly cursors: Cursors,
  ) {}

  async search(directory: DirectoryQuery): Promise<UserPage> {
    const query = (directory.query ?? '').trim().toLowerCase();
    const { rows, nextCursor } = await readPage(this.cursors, `users?query=${query}`, directory, {
      read: (limit, after) => this.users.search({ query, limit, after: after && String(after[0]) }),
      keyOf: ({ username }) => [username],
    });
    return { items: rows.map(toUser), nextCursor };
  }

  /** @throws DomainError `user.not-found` when the account is gone */
  async me({ userId }: Actor): Promise<Me> {
    return toMe(requirePerson(await this.users.findActive(userId)));
  }

  /** What is left out stays as it is. */
  updateMe({ userId }: Actor, changes: UpdateMe): Promise<Me> {
    return this.transactions.run(async () => {
      const row = requirePerson(await this.users.lock(userId));
      await this.users.update(userId, toColumns(changes, row));
      const me = toMe(requirePerson(await this.users.findActive(userId)));
      this.transactions.publish(new AccountChanged(me));
      return me;
    });
  }
}

function requirePerson(row: UserEntity | null): UserEntity {
  if (!row) {
    throw new DomainError('user.not-found');
  }
  return row;
}
