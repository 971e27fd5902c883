import type { FastifyRequest } from 'fastify';
import type { VerifiedToken } from './access-tokens.js';

/** What every personal access token begins with: it can be told from a session's, and found where it was left by mistake. */
export const PERSONAL_TOKEN_PREFIX = 'parley_pat_';

/** Knows the tokens that people made for their programs. Provided by the feature that keeps them. */
export abstract class PersonalTokens {
  /** @throws DomainError `auth.token-expired`, `auth.token-invalid` */
  abstract verify(token: string): Promise<VerifiedToken>;
}

export function isPersonalToken(token: unknown): token is string {
  return typeof token === 'string' && token.startsWith(PERSONAL_TOKEN_PREFIX);
}

export function personalTokenIn({ headers }: FastifyRequest): string | undefined {
  const token = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return isPersonalToken(token) ? token : undefined;
}
