import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { type FindOptionsWhere, IsNull, MoreThan, Not, type Repository } from 'typeorm';
import { SessionEntity } from './session.entity.js';

export type NewSession = Pick<
  SessionEntity,
  'id' | 'userId' | 'refreshHash' | 'userAgent' | 'ip' | 'expiresAt'
>;

@Injectable()
export class SessionRepository {
  constructor(private readonly transactions: Transactions) {}

  async insert(session: NewSession): Promise<void> {
    await this.table.insert(session);
  }

  /** Two refreshes of one session take turns. */
  lock(id: string): Promise<SessionEntity | null> {
    return this.table.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  isOpen(id: string, userId: string): Promise<boolean> {
    return this.table.existsBy(this.open({ id, userId }));
  }

  async provedAt(id: string, userId: string): Promise<Date | undefined> {
    return (await this.table.findOneBy(this.open({ id, userId })))?.provedAt;
  }

  async markProved(id: string): Promise<void> {
    await this.table.update({ id }, { provedAt: new Date() });
  }

  /** Whether this program was ever signed in, by its name without its version. Ended sessions count. */
  async knowsProgram(userId: string, userAgent: string): Promise<boolean> {
    const rows = await this.table
      .createQueryBuilder('session')
      .select('DISTINCT session.userAgent', 'userAgent')
      .where({ userId })
      .getRawMany<{ userAgent: string }>();
    return rows.some((row) => withoutVersions(row.userAgent) === withoutVersions(userAgent));
  }

  /** The latest used first. */
  openOf(userId: string): Promise<SessionEntity[]> {
    return this.table.find({ where: this.open({ userId }), order: { lastSeenAt: 'DESC', id: 'DESC' } });
  }

  async rotate(id: string, previousHash: string, refreshHash: string): Promise<void> {
    const now = new Date();
    await this.table.update({ id }, { previousHash, refreshHash, rotatedAt: now, lastSeenAt: now });
  }

  /** @returns the ids of those that were open until now */
  revoke(userId: string, { id, except }: { id?: string; except?: string } = {}): Promise<string[]> {
    return this.revokeWhere(this.open({ userId, ...(id && { id }), ...(except && { id: Not(except) }) }));
  }

  private async revokeWhere(where: FindOptionsWhere<SessionEntity>): Promise<string[]> {
    const result = await this.table
      .createQueryBuilder()
      .update({ revokedAt: new Date() })
      .where(where)
      .returning('id')
      .execute();
    return (result.raw as { id: string }[]).map(({ id }) => id);
  }

  private open(where: FindOptionsWhere<SessionEntity>): FindOptionsWhere<SessionEntity> {
    return { ...where, revokedAt: IsNull(), expiresAt: MoreThan(new Date()) };
  }

  private get table(): Repository<SessionEntity> {
    return this.transactions.repository(SessionEntity);
  }
}

/** A browser that was updated over night is the same one. */
function withoutVersions(userAgent: string): string {
  return userAgent.replace(/\d[\d.]*/g, '');
}
