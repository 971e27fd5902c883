import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Repository } from 'typeorm';
import { PersonalTokenEntity } from './personal-token.entity.js';

export type NewPersonalToken = Omit<PersonalTokenEntity, 'createdAt' | 'lastUsedAt'>;

@Injectable()
export class PersonalTokenRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(token: NewPersonalToken): Promise<void> {
    await this.table.insert(token);
  }

  findByHash(hash: string): Promise<PersonalTokenEntity | null> {
    return this.table.findOneBy({ hash });
  }

  find(id: string, userId: string): Promise<PersonalTokenEntity | null> {
    return this.table.findOneBy({ id, userId });
  }

  /** The newest first. */
  ofUser(userId: string): Promise<PersonalTokenEntity[]> {
    return this.table.find({ where: { userId }, order: { id: 'DESC' } });
  }

  count(userId: string): Promise<number> {
    return this.table.countBy({ userId });
  }

  async markUsed(id: string): Promise<void> {
    await this.table.update({ id }, { lastUsedAt: new Date() });
  }

  /** @returns the ids of those that are gone now */
  async remove(userId: string, id?: string): Promise<string[]> {
    const result = await this.table
      .createQueryBuilder()
      .delete()
      .where({ userId, ...(id && { id }) })
      .returning('id')
      .execute();
    return (result.raw as { id: string }[]).map((row) => row.id);
  }

  private get table(): Repository<PersonalTokenEntity> {
    return this.transactions.repository(PersonalTokenEntity);
  }
}
