import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Repository } from 'typeorm';
import { OidcIdentityEntity } from './oidc-identity.entity.js';

export type NewIdentity = Pick<OidcIdentityEntity, 'id' | 'userId' | 'issuer' | 'subject' | 'email'>;

@Injectable()
export class OidcIdentityRepository {
  constructor(private readonly transactions: Transactions) {}

  find(issuer: string, subject: string): Promise<OidcIdentityEntity | null> {
    return this.table.findOneBy({ issuer, subject });
  }

  /** The oldest first. */
  ofUser(userId: string): Promise<OidcIdentityEntity[]> {
    return this.table.find({ where: { userId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** @throws a unique violation of `SUBJECT_INDEX` */
  async insert(identity: NewIdentity): Promise<void> {
    await this.table.insert(identity);
  }

  async markUsed(id: string, email: string): Promise<void> {
    await this.table.update({ id }, { email, lastUsedAt: new Date() });
  }

  /** @returns whether it was there, and this person's */
  async remove(id: string, userId: string): Promise<boolean> {
    return (await this.table.delete({ id, userId })).affected === 1;
  }

  private get table(): Repository<OidcIdentityEntity> {
    return this.transactions.repository(OidcIdentityEntity);
  }
}
