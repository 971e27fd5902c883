import { Injectable } from '@nestjs/common';
import { AccessTokens, type VerifiedToken } from './access-tokens.js';
import { isPersonalToken, PersonalTokens } from './personal-tokens.js';

/** Whatever token somebody shows: that of a session, or one that they made for a program. */
@Injectable()
export class BearerTokens {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly personalTokens: PersonalTokens,
  ) {}

  /** @throws DomainError `auth.required`, `auth.token-expired`, `auth.token-invalid` */
  verify(token: unknown): Promise<VerifiedToken> {
    return isPersonalToken(token) ? this.personalTokens.verify(token) : this.accessTokens.verify(token);
  }
}
