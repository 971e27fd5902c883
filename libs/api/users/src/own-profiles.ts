import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import type { Me } from '@parley/contracts';
import type { UserEntity } from './user.entity.js';
import { AccountChanged } from './user.events.js';
import { toMe } from './user.mapper.js';
import { UserRepository } from './user.repository.js';

/** Changes what people show of themselves, one change at a time, and tells their devices. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly users: UserRepository,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param changes columns, or what makes them of the row as it is
   * @throws DomainError `user.not-found` when the account is gone
   */
  update(
    userId: string,
    changes: Partial<UserEntity> | ((row: UserEntity) => Partial<UserEntity>),
  ): Promise<Me> {
    return this.transactions.run(async () => {
      const row = requirePerson(await this.users.lock(userId));
      await this.users.update(userId, typeof changes === 'function' ? changes(row) : changes);
      const me = toMe(requirePerson(await this.users.findActive(userId)));
      this.transactions.publish(new AccountChanged(me));
      return me;
    });
  }
}

/** @throws DomainError `user.not-found` when there is nobody */
export function requirePerson(row: UserEntity | null): UserEntity {
  if (!row) {
    throw new DomainError('user.not-found');
  }
  return row;
}
