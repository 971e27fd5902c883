import { describe, expect, it } from '@jest/globals';
import { mentionAt } from './mention-target';

describe('mentionAt', () => {
  it('finds the name before the caret', () => {
    expect(mentionAt('Hi @an and more', 6)).toEqual({ query: 'an', start: 3 });
  });

  it.each([
    ['Hi @', 4],
    ['ann@exa', 7],
    ['@ann ', 5],
    ['no name', 7],
  ])('finds none in %j', (text, caret) => {
    expect(mentionAt(text, caret)).toBeNull();
  });
});
