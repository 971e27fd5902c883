import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import type { Account } from '@parley/api-users';
import type { OneTimeTokenEntity, TokenPurpose } from './one-time-token.entity.js';
import { OneTimeTokenRepository } from './one-time-token.repository.js';

const HOUR = 3_600_000;
/** Milliseconds that a link is good for. One that opens the account lives shorter. */
const LIFETIMES: Readonly<Record<TokenPurpose, number>> = {
  'verify-email': 7 * 24 * HOUR,
  'change-email': 24 * HOUR,
  'reset-password': HOUR,
};

/** Links that prove that somebody reads the mail of an address. */
@Injectable()
export class OneTimeTokens {
  constructor(private readonly tokens: OneTimeTokenRepository) {}

  /** Links that were mailed before stay good: nobody knows which of the mails is opened first. */
  async issue(purpose: TokenPurpose, { id, me }: Account, email = me.email): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.tokens.removeExpired(id);
    const expiresAt = new Date(Date.now() + LIFETIMES[purpose]);
    await this.tokens.insert({ hash: hashOf(token), purpose, userId: id, email, expiresAt });
    return token;
  }

  /** Leaves it as it is. @throws DomainError `auth.link-invalid` */
  async require(token: string, ...purposes: TokenPurpose[]): Promise<OneTimeTokenEntity> {
    const row = await this.tokens.find(hashOf(token), purposes);
    if (!row) {
      throw new DomainError('auth.link-invalid');
    }
    return row;
  }

  /** What was mailed for this purpose is good no more. */
  forget(userId: string, purpose: TokenPurpose): Promise<void> {
    return this.tokens.removeAll(userId, purpose);
  }

  /** Inside of a transaction: this one and all others like it are used up. @throws DomainError `auth.link-invalid` */
  async use({ hash, purpose, userId }: OneTimeTokenEntity): Promise<void> {
    if (!(await this.tokens.take(hash, purpose))) {
      throw new DomainError('auth.link-invalid');
    }
    await this.tokens.removeAll(userId, purpose);
  }
}

/** A plain hash is enough, since nobody can guess 256 random bits. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
