import { codePoints, limits } from '@parley/contracts/constants';

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** A hint while typing; whether a password is good enough is decided by the server, which knows the common ones. */
export function passwordStrength(password: string): Strength {
  const length = codePoints(password);
  if (length < limits.password.min) {
    return 'short';
  }
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const variety = new Set(password.toLowerCase()).size;
  // Length counts for more than kinds: four words are better than a short word with a digit.
  const score = Math.min(length, variety * 2) + (kinds - 1) * 2;
  return score < 12 ? 'weak' : score < 18 ? 'fair' : 'strong';
}
