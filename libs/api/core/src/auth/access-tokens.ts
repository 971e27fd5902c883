import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService, TokenExpiredError } from '@nestjs/jwt';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';
import type { Actor } from './actor.js';

const ALGORITHM = 'HS256';
const ISSUER = 'parley';
/** Tells access tokens from everything else that may ever be signed with the same secret. */
const AUDIENCE = 'parley-access';

/** Seconds that an access token lives. */
export const ACCESS_TOKEN_LIFETIME = 600;

/** What an access token must be like, over HTTP and over sockets alike. */
export const accessTokenRules: { algorithms: [typeof ALGORITHM]; issuer: string; audience: string } = {
  algorithms: [ALGORITHM],
  issuer: ISSUER,
  audience: AUDIENCE,
};

export interface Claims {
  sub: string;
  sid: string;
  /** In seconds since 1970. */
  exp: number;
}

/** Who showed an access token, and until when it is good. */
export interface VerifiedToken {
  actor: Actor;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

/**
 * Made once: with plain text the library would try for every token whether it is a public key, fail, and
 * spend more time on that than on everything else that a small request needs.
 */
export function accessTokenKey({ JWT_SECRET }: Pick<AppConfig, 'JWT_SECRET'>): KeyObject {
  return createSecretKey(Buffer.from(JWT_SECRET));
}

@Injectable()
export class AccessTokens {
  private readonly jwt: JwtService;

  constructor(config: AppConfig) {
    const key = accessTokenKey(config);
    this.jwt = new JwtService({
      secretOrKeyProvider: () => key,
      signOptions: { algorithm: ALGORITHM, issuer: ISSUER, audience: AUDIENCE },
      verifyOptions: accessTokenRules,
    });
  }

  /** @param lifetime in seconds */
  sign({ userId, sessionId }: Actor, lifetime = ACCESS_TOKEN_LIFETIME): Promise<string> {
    return this.jwt.signAsync({ sid: sessionId }, { subject: userId, expiresIn: lifetime });
  }

  /** @throws DomainError `auth.required`, `auth.token-expired`, `auth.token-invalid` */
  async verify(token: unknown): Promise<VerifiedToken> {
    if (typeof token !== 'string' || token === '') {
      throw new DomainError('auth.required');
    }
    try {
      const claims = await this.jwt.verifyAsync<Claims>(token);
      return { actor: actorOf(claims), expiresAt: claims.exp * 1_000 };
    } catch (error) {
      throw tokenRefused(error);
    }
  }
}

export function actorOf({ sub, sid }: Claims): Actor {
  return { userId: sub, sessionId: sid };
}

/** Clients renew an expired token by themselves; any other one means that someone tampers. */
export function tokenRefused(cause: unknown): DomainError {
  const isExpired = cause instanceof TokenExpiredError;
  return new DomainError(isExpired ? 'auth.token-expired' : 'auth.token-invalid', { cause });
}
