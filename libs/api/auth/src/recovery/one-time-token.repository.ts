import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { In, LessThan, MoreThan, type Repository } from 'typeorm';
import { OneTimeTokenEntity, type TokenPurpose } from './one-time-token.entity.js';

@Injectable()
export class OneTimeTokenRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(token: OneTimeTokenEntity): Promise<void> {
    await this.table.insert(token);
  }

  find(hash: string, purposes: readonly TokenPurpose[]): Promise<OneTimeTokenEntity | null> {
    return this.table.findOneBy({ hash, purpose: In([...purposes]), expiresAt: MoreThan(new Date()) });
  }

  /** Of two who come at the same time, one is told that it was there. */
  async take(hash: string, purpose: TokenPurpose): Promise<boolean> {
    const where = { hash, purpose, expiresAt: MoreThan(new Date()) };
    return (await this.table.delete(where)).affected === 1;
  }

  async removeAll(userId: string, purpose: TokenPurpose): Promise<void> {
    await this.table.delete({ userId, purpose });
  }

  async removeExpired(userId: string): Promise<void> {
    await this.table.delete({ userId, expiresAt: LessThan(new Date()) });
  }

  private get table(): Repository<OneTimeTokenEntity> {
    return this.transactions.repository(OneTimeTokenEntity);
  }
}
