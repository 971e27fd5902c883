import { describe, expect, it } from '@jest/globals';
import { commonPasswords } from './common-passwords.js';
import { assertStrong } from './password.policy.js';

describe('assertStrong', () => {
  const choose = async (password: string) =>
    assertStrong(password, { username: 'annabella', pointer: '/password', common: await commonPasswords() });

  it.each(['correct horse', '12 Zeichen ü', '🙂'.repeat(8), 'x'.repeat(128)])(
    'takes %s',
    async (password) => {
      await expect(choose(password)).resolves.toBeUndefined();
    },
  );

  it.each([
    ['seven77', 'must have at least 8 characters'],
    ['🙂'.repeat(7), 'must have at least 8 characters'],
    ['x'.repeat(129), 'must have at most 128 characters'],
    ['Annabella', 'must not be the user name'],
    ['password', 'is one of the most common passwords'],
    ['QWERTYUIOP', 'is one of the most common passwords'],
  ])('refuses %.20s', async (password, detail) => {
    await expect(choose(password)).rejects.toMatchObject({
      code: 'auth.password-too-weak',
      details: { errors: [{ pointer: '/password', detail }] },
    });
  });
});
