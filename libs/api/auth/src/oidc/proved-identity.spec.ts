import { describe, expect, it } from '@jest/globals';
import { toProvedIdentity, usernamesLike } from './proved-identity.js';

const claims = { iss: 'https://id.example.org', sub: '1' };

describe('toProvedIdentity', () => {
  it.each([
    [{ preferred_username: 'Änn Example' }, 'ann-example'],
    [{ preferred_username: 'ann@example.org' }, 'ann'],
    [{ email: 'Ann.Example@example.org' }, 'ann.example'],
    [{ name: '安' }, ''],
    [{ name: `Ann\u0000\u202e ${'x'.repeat(100)}` }, `ann-${'x'.repeat(28)}`],
  ])('makes of %j the user name %j', (more, expected) => {
    expect(toProvedIdentity({ ...claims, ...more }).username).toBe(expected);
  });

  it.each([['no address'], [17], [`${'x'.repeat(300)}@example.org`], [undefined]])(
    'takes %j for no address',
    (email) => {
      expect(toProvedIdentity({ ...claims, email }).email).toBeUndefined();
    },
  );

  it.each([
    [true, true],
    ['true', true],
    ['yes', false],
    [1, false],
    [undefined, false],
  ])('takes an address for seen by email_verified %j: %s', (given, expected) => {
    const identity = toProvedIdentity({ ...claims, email: 'Ann@Example.org', email_verified: given });

    expect(identity).toMatchObject({ email: 'ann@example.org', isEmailVerified: expected });
  });
});

describe('usernamesLike', () => {
  it.each(['', 'a', 'ann', 'x'.repeat(32)])(
    'makes many different ones of %j, all of them allowed',
    (wish) => {
      const names = usernamesLike(wish);

      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[a-z0-9_.-]{3,32}$/.test(name))).toEqual([]);
    },
  );
});
