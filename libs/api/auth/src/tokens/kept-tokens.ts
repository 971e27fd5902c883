import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type PersonalTokens, type VerifiedToken } from '@parley/api-core';
import type { PersonalTokenEntity } from './personal-token.entity.js';
import { PersonalTokenRepository } from './personal-token.repository.js';

/** Milliseconds within which a second use of a token is not written down. */
const SAME_USE = 60_000;
/** The last moment that there is in JavaScript, for what does not end. */
const NEVER = 8_640_000_000_000_000;

/** A plain hash is enough, since nobody can guess 256 random bits. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

@Injectable()
export class KeptTokens implements PersonalTokens {
  constructor(private readonly tokens: PersonalTokenRepository) {}

  async verify(token: string): Promise<VerifiedToken> {
    const row = await this.tokens.findByHash(hashOfToken(token));
    if (!row) {
      throw new DomainError('auth.token-invalid');
    }
    const expiresAt = row.expiresAt?.getTime() ?? NEVER;
    if (expiresAt <= Date.now()) {
      throw new DomainError('auth.token-expired');
    }
    await this.note(row);
    return { actor: { userId: row.userId, sessionId: row.id, scopes: row.scopes }, expiresAt };
  }

  private async note({ id, lastUsedAt }: PersonalTokenEntity): Promise<void> {
    if (!lastUsedAt || Date.now() - lastUsedAt.getTime() > SAME_USE) {
      await this.tokens.markUsed(id);
    }
  }
}
