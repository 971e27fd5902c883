import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { In, IsNull, type Repository } from 'typeorm';
import { UserEntity } from './user.entity.js';

@Injectable()
export class UserRepository {
  constructor(private readonly transactions: Transactions) {}

  find(id: string): Promise<UserEntity | null> {
    return this.table.findOneBy({ id });
  }

  /** In no particular order; who does not exist is absent. */
  findAll(ids: readonly string[]): Promise<UserEntity[]> {
    return this.table.findBy({ id: In([...ids]) });
  }

  /** Those of the ids that belong to people with an account. */
  async existing(ids: readonly string[]): Promise<string[]> {
    const rows = await this.table.find({
      select: { id: true },
      where: { id: In([...ids]), deletedAt: IsNull() },
    });
    return rows.map(({ id }) => id);
  }

  private get table(): Repository<UserEntity> {
    return this.transactions.repository(UserEntity);
  }
}
