import { describe, expect, it } from '@jest/globals';
import { matches } from './matching';

describe('matches', () => {
  it.each([
    ['Tea kettle', 'kett', true],
    ['Tea kettle', 'kettle TEA', true],
    ['Café Zürich', 'cafe zur', true],
    ['Tea kettle', '', true],
    ['Tea kettle', 'coffee', false],
    ['Tea kettle', 'tea coffee', false],
  ])('%j with %j: %s', (text, query, isMatch) => {
    expect(matches(text, query)).toBe(isMatch);
  });
});
