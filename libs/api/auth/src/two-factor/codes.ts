import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const ISSUER = 'Parley';
/** Seconds that a code is shown (RFC 6238). */
const PERIOD = 30;
/** Steps before and after the current one that are good too: clocks differ, and people type. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without what looks like something else. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

export function otpauthUrl(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/** The time step in which this is the code; null when it is none, or not at this time. */
export function stepOf(code: string, secret: string, now = Date.now()): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1_000 / PERIOD) + delta;
}

export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => `${someLetters()}-${someLetters()}`);
}

/** A plain hash is enough for what nobody chose. Blanks, hyphens and capitals make no difference. */
export function hashOfRecovery(code: string): string {
  const letters = code.toLowerCase().replace(/[\s-]/g, '');
  return createHash('sha256').update(letters).digest('base64url');
}

function someLetters(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, period: PERIOD, digits: 6, secret: Secret.fromBase32(secret) });
}
