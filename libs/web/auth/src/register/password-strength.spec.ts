import { describe, expect, it } from '@jest/globals';
import { passwordStrength } from './password-strength';

describe('passwordStrength', () => {
  it.each([
    ['', 'short'],
    ['Ab1!xyz', 'short'],
    ['aaaaaaaaaaaaaaaa', 'weak'],
    ['kettleas', 'weak'],
    ['Kettle42', 'fair'],
    ['tea kettle boils at nine', 'strong'],
    ['😀😁😂🤣😃', 'short'],
  ])('of %j is %s', (password, strength) => {
    expect(passwordStrength(password)).toBe(strength);
  });
});
