import { Injectable } from '@nestjs/common';
import { JwtService, TokenExpiredError } from '@nestjs/jwt';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';
import type { Actor } from './actor.js';

const ALGORITHM = 'HS256';
const ISSUER = 'parley';
const AUDIENCE = 'parley-access';

/** Seconds that an access token lives. */
export const ACCESS_TOKEN_LIFETIME = 600;

interface Claims {
  sub: string;
  sid: string;
}

@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(config: AppConfig) {
    this.jwt = new JwtService({
      secret: config.JWT_SECRET,
      signOptions: { algorithm: ALGORITHM, issuer: ISSUER, audience: AUDIENCE },
      verifyOptions: { algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE },
    });
  }

  /** @param lifetime in seconds */
  sign({ userId, sessionId }: Actor, lifetime = ACCESS_TOKEN_LIFETIME): Promise<string> {
    return this.jwt.signAsync({ sid: sessionId }, { subject: userId, expiresIn: lifetime });
  }

  /** @throws DomainError `auth.required`, `auth.token-expired`, `auth.token-invalid` */
  async verify(token: unknown): Promise<Actor> {
    if (typeof token !== 'string' || token === '') {
      throw new DomainError('auth.required');
    }
    try {
      const { sub, sid } = await this.jwt.verifyAsync<Claims>(token);
      return { userId: sub, sessionId: sid };
    } catch (error) {
      // Clients renew an expired token by themselves; any other one means that someone tampers.
      const expired = error instanceof TokenExpiredError;
      throw new DomainError(expired ? 'auth.token-expired' : 'auth.token-invalid', { cause: error });
    }
  }
}
