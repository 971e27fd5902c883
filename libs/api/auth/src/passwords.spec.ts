import { describe, expect, it } from '@jest/globals';
import { Passwords } from './passwords.js';

const passwords = new Passwords();

describe('Passwords', () => {
  it('hashes with argon2id and what OWASP recommends, with a salt of its own each time', async () => {
    const [first, second] = await Promise.all([passwords.hash('secret'), passwords.hash('secret')]);

    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(second).not.toBe(first);
  });

  it('knows a password again, however its letters are composed', async () => {
    const hash = await passwords.hash('café'.normalize('NFD'));

    expect(await passwords.verify(hash, 'café'.normalize('NFC'))).toBe(true);
    expect(await passwords.verify(hash, 'cafe')).toBe(false);
  });

  it('works as hard for somebody who is not there, and then says no', async () => {
    const hash = await passwords.hash('secret');
    // The CPU time of the process, all of its threads included: other programs do not change it.
    const workOf = async (verify: () => Promise<boolean>) => {
      const before = process.cpuUsage();
      expect(await verify()).toBe(false);
      return process.cpuUsage(before).user;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      known.push(await workOf(() => passwords.verify(hash, 'wrong')));
      unknown.push(await workOf(() => passwords.verify(undefined, 'nobody has this password')));
    }

    // Without the work it would be a thousandth.
    expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.3);
    expect(Math.min(...unknown) / Math.min(...known)).toBeLessThan(3);
  });
});
