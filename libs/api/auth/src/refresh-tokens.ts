import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppConfig, derivedKey } from '@parley/api-core';

/** A refresh token as it travels: which session, and the secret that proves it. */
export interface RefreshToken {
  sessionId: string;
  secret: string;
}

const SECRET_BYTES = 32;
const TOKEN = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/**
 * Each token has one successor, which follows from it by a key that only servers have. So whoever asks
 * twice with the same token, because the answer was lost or because two tabs asked, gets the same one
 * twice, and no server has to keep a token that it gave out.
 */
@Injectable()
export class RefreshTokens {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    this.key = derivedKey(config, 'refresh tokens');
  }

  first(sessionId: string): RefreshToken {
    return { sessionId, secret: randomBytes(SECRET_BYTES).toString('base64url') };
  }

  successorOf({ sessionId, secret }: RefreshToken): RefreshToken {
    const next = createHmac('sha256', this.key).update(`${sessionId}.${secret}`).digest('base64url');
    return { sessionId, secret: next };
  }

  /** What is stored. A plain hash is enough, since nobody can guess 256 random bits. */
  hash({ secret }: RefreshToken): string {
    return createHash('sha256').update(secret).digest('base64url');
  }

  format({ sessionId, secret }: RefreshToken): string {
    return `${sessionId}.${secret}`;
  }

  parse(text: string): RefreshToken | null {
    const [, sessionId, secret] = TOKEN.exec(text) ?? [];
    return sessionId && secret ? { sessionId, secret } : null;
  }
}
