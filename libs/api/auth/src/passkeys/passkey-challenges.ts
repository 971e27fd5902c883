import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { IsNull, LessThan, MoreThan, type Repository } from 'typeorm';
import { PasskeyChallengeEntity } from './passkey-challenge.entity.js';

/** Milliseconds in which a question can be answered. */
const LIFETIME = 5 * 60_000;

/** Questions that passkeys answer, each of them once, on whichever server. */
@Injectable()
export class PasskeyChallenges {
  constructor(private readonly transactions: Transactions) {}

  /** @param userId who is to make a passkey; null for whoever shows one */
  async issue(userId: string | null): Promise<string> {
    const challenge = randomBytes(32).toString('base64url');
    await this.table.delete({ expiresAt: LessThan(new Date()) });
    await this.table.insert({ challenge, userId, expiresAt: new Date(Date.now() + LIFETIME) });
    return challenge;
  }

  /** Of two who answer the same one, one is told that it was there. */
  async take(challenge: string, userId: string | null): Promise<boolean> {
    const where = { challenge, userId: userId ?? IsNull(), expiresAt: MoreThan(new Date()) };
    return (await this.table.delete(where)).affected === 1;
  }

  private get table(): Repository<PasskeyChallengeEntity> {
    return this.transactions.repository(PasskeyChallengeEntity);
  }
}
