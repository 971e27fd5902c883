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
    const leastWork = async (verify: () => Promise<boolean>) => {
      const works: number[] = [];
      for (let round = 0; round < 8; round += 1) {
        const before = process.cpuUsage();
        expect(await verify()).toBe(false);
        works.push(process.cpuUsage(before).user);
      }
      return Math.min(...works);
    };

    const known = await leastWork(() => passwords.verify(hash, 'wrong'));
    const unknown = await leastWork(() => passwords.verify(undefined, 'nobody has this password'));

    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });
});
