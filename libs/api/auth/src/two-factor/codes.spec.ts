import { describe, expect, it } from '@jest/globals';
import { Secret } from 'otpauth';
import { hashOfRecovery, newRecoveryCodes, newSecret, otpauthUrl, stepOf } from './codes.js';

/** The key of RFC 6238, appendix B. */
const secret = Secret.fromUTF8('12345678901234567890').base32;

describe('codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at second %s', (second, code) => {
    expect(stepOf(code, secret, second * 1_000)).toBe(Math.floor(second / 30));
  });

  it.each([
    [30, 1],
    [-30, 1],
    [60, null],
    [-60, null],
  ])('are good %s seconds away: step %s', (seconds, step) => {
    expect(stepOf('287082', secret, (59 + seconds) * 1_000)).toBe(step);
  });

  it('are shown by an app that knows the secret of its address', () => {
    const made = newSecret();

    expect(otpauthUrl(made, 'ann')).toBe(
      `otpauth://totp/Parley:ann?issuer=Parley&secret=${made}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(made).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('for recovery are ten, each once, however they are typed', () => {
    const codes = newRecoveryCodes();

    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^[a-z2-9]{6}-[a-z2-9]{6}$/);
    expect(hashOfRecovery(` ${codes[0]?.toUpperCase().replace('-', ' ') ?? ''}`)).toBe(
      hashOfRecovery(codes[0] ?? ''),
    );
  });
});
