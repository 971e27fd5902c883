import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { LessThan, type Repository } from 'typeorm';
import { PasskeyEntity } from './passkey.entity.js';

export type NewPasskey = Omit<PasskeyEntity, 'createdAt'>;

@Injectable()
export class PasskeyRepository {
  constructor(private readonly transactions: Transactions) {}

  find(credentialId: string): Promise<PasskeyEntity | null> {
    return this.table.findOneBy({ credentialId });
  }

  /** The oldest first. */
  ofUser(userId: string): Promise<PasskeyEntity[]> {
    return this.table.find({ where: { userId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  countOf(userId: string): Promise<number> {
    return this.table.countBy({ userId });
  }

  /** @throws a unique violation of `CREDENTIAL_INDEX` */
  async insert(passkey: NewPasskey): Promise<PasskeyEntity> {
    const row = this.table.create(passkey);
    await this.table.insert(row);
    return row;
  }

  /** @returns false when the device has counted this far before, or further: then there are two of it */
  async markUsed({ id, counter: before }: PasskeyEntity, counter: number): Promise<boolean> {
    // Devices that do not count always say 0.
    const where = before === 0 && counter === 0 ? { id, counter: 0 } : { id, counter: LessThan(counter) };
    return (await this.table.update(where, { counter, lastUsedAt: new Date() })).affected === 1;
  }

  /** @returns whether it was there, and this person's */
  async rename(id: string, userId: string, name: string): Promise<boolean> {
    return (await this.table.update({ id, userId }, { name })).affected === 1;
  }

  /** @returns whether it was there, and this person's */
  async remove(id: string, userId: string): Promise<boolean> {
    return (await this.table.delete({ id, userId })).affected === 1;
  }

  private get table(): Repository<PasskeyEntity> {
    return this.transactions.repository(PasskeyEntity);
  }
}
