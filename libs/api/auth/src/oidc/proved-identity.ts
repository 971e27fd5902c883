import { codePoints, limits } from '@parley/contracts';
import { isEmail } from 'class-validator';

/** Who somebody is, by the word of a provider. */
export interface ProvedIdentity {
  issuer: string;
  subject: string;
  /** In lower case; undefined if the provider tells none that is one. */
  email?: string;
  /** Whether the provider has seen that mail to this address reaches the person. */
  isEmailVerified: boolean;
  /** Wishes of the person, cleaned; empty if there are none. */
  username: string;
  displayName: string;
}

interface Claims {
  iss: string;
  sub: string;
  [claim: string]: unknown;
}

export function toProvedIdentity(claims: Claims): ProvedIdentity {
  const email = textOf(claims['email']).normalize('NFKC').toLowerCase();
  const isUsable = isEmail(email) && codePoints(email) <= limits.email.max;
  const name = textOf(claims['name']);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    ...(isUsable && { email }),
    // Some providers send the word instead of the value.
    isEmailVerified: claims['email_verified'] === true || claims['email_verified'] === 'true',
    username: toUsername(textOf(claims['preferred_username']) || (isUsable ? email : name)),
    displayName: Array.from(name).slice(0, limits.user.displayName).join('').trim(),
  };
}

/** Names that are tried one after the other, until one is free. */
export function usernamesLike(wish: string): string[] {
  const base = wish.length >= limits.username.min ? wish : `${wish}person`.slice(0, limits.username.max);
  const numbered = Array.from({ length: 30 }, (_, index) => `-${index + 2}`);
  const random = Array.from({ length: 10 }, () => `-${Math.random().toString(36).slice(2, 8)}`);
  return ['', ...numbered, ...random].map(
    (suffix) => base.slice(0, limits.username.max - suffix.length) + suffix,
  );
}

/** Letters lose their marks, and an address all that follows its name. */
function toUsername(wish: string): string {
  const [name = ''] = wish.split('@');
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, limits.username.max);
}

function textOf(claim: unknown): string {
  return typeof claim === 'string'
    ? claim
        .toWellFormed()
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .trim()
    : '';
}
