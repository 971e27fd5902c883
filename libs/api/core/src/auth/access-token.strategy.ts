import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { AppConfig } from '../config/app-config.js';
import { accessTokenKey, accessTokenRules, actorOf, type Claims } from './access-tokens.js';
import type { Actor } from './actor.js';
import { ActiveSessions } from './active-sessions.js';

export const ACCESS_TOKEN_STRATEGY = 'access-token';

/** Reads who makes a request from its `Authorization: Bearer` header. */
@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN_STRATEGY) {
  constructor(
    config: AppConfig,
    private readonly sessions: ActiveSessions,
  ) {
    const key = accessTokenKey(config);
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // The types know texts and buffers only; what it is handed to takes keys just as well.
      secretOrKeyProvider: (_request, _token, done) => done(null, key as unknown as Buffer),
      ...accessTokenRules,
    });
  }

  /** @throws DomainError `auth.session-revoked` */
  async validate(claims: Claims): Promise<Actor> {
    const actor = actorOf(claims);
    await this.sessions.requireActive(actor);
    return actor;
  }
}
