import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { LessThan, type Repository } from 'typeorm';
import { TwoFactorEntity } from './two-factor.entity.js';

@Injectable()
export class TwoFactorRepository {
  constructor(private readonly transactions: Transactions) {}

  find(userId: string): Promise<TwoFactorEntity | null> {
    return this.table.findOneBy({ userId });
  }

  /** In the place of one that was begun before. */
  async begin(userId: string, secret: string): Promise<void> {
    await this.table.upsert({ userId, secret, lastStep: 0, recoveryHashes: [] }, ['userId']);
  }

  async setRecovery(userId: string, recoveryHashes: string[]): Promise<void> {
    await this.table.update({ userId }, { recoveryHashes });
  }

  /** @returns false when a code of this step, or of a later one, was taken before */
  async takeStep(userId: string, step: number): Promise<boolean> {
    const { affected } = await this.table.update({ userId, lastStep: LessThan(step) }, { lastStep: step });
    return affected === 1;
  }

  /** @returns false when there is no such code, or none any more */
  async takeRecovery(userId: string, hash: string): Promise<boolean> {
    const [, count] = await this.transactions.manager.query<[unknown[], number]>(
      `UPDATE two_factor SET recovery_hashes = array_remove(recovery_hashes, $2)
       WHERE user_id = $1 AND $2 = ANY(recovery_hashes)`,
      [userId, hash],
    );
    return count === 1;
  }

  async remove(userId: string): Promise<void> {
    await this.table.delete({ userId });
  }

  private get table(): Repository<TwoFactorEntity> {
    return this.transactions.repository(TwoFactorEntity);
  }
}
