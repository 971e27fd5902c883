import { describe, expect, it } from '@jest/globals';
import { avatarColour, initials } from './avatar-colour';

describe('initials', () => {
  it.each([
    ['Ann', 'A'],
    ['ann marie b. jones', 'AJ'],
    ['  Ben  ', 'B'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧F'],
    ['日本 太郎', '日太'],
    ['', ''],
  ])('of %j are %j', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});

describe('avatarColour', () => {
  it('is the same for the same id, and spreads', () => {
    const colours = Array.from({ length: 200 }, (_, n) => avatarColour(`id-${n}`));

    expect(avatarColour('id-7')).toBe(colours[7]);
    expect(new Set(colours).size).toBe(8);
  });
});
