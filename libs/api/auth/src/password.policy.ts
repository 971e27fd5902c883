import { DomainError } from '@parley/api-core';
import { codePoints, limits } from '@parley/contracts';

/**
 * @param pointer to the field of the request that holds the password
 * @param common passwords that everybody tries first, in lower case
 * @throws DomainError `auth.password-too-weak`
 */
export function assertStrong(
  password: string,
  { username, pointer, common }: { username: string; pointer: string; common: ReadonlySet<string> },
): void {
  const detail = weaknessOf(password.normalize('NFC'), username, common);
  if (detail) {
    throw new DomainError('auth.password-too-weak', { detail, errors: [{ pointer, detail }] });
  }
}

function weaknessOf(password: string, username: string, common: ReadonlySet<string>): string | undefined {
  const { min, max } = limits.password;
  const length = codePoints(password);
  if (length < min) {
    return `must have at least ${min} characters`;
  }
  if (length > max) {
    return `must have at most ${max} characters`;
  }
  const lowered = password.toLowerCase();
  if (lowered === username) {
    return 'must not be the user name';
  }
  return common.has(lowered) ? 'is one of the most common passwords' : undefined;
}
