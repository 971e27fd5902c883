import { describe, expect, it } from '@jest/globals';
import { mentionedNames } from './mentions.js';

describe('mentionedNames', () => {
  it.each([
    ['@ann', ['ann']],
    ['hello @Ann, and @ben.', ['ann', 'ben']],
    ['(@ann_b-c.d)', ['ann_b-c.d']],
    ['@ann @ANN @ann', ['ann']],
    ['ann@example.org', []],
    ['@an', []],
    ['@@ann', []],
    ['nobody', []],
  ])('finds in %j %j', (body, names) => {
    expect(mentionedNames(body)).toEqual(names);
  });

  it('stops at fifty', () => {
    const body = Array.from({ length: 60 }, (_, i) => `@user${i}`).join(' ');

    expect(mentionedNames(body)).toHaveLength(50);
  });
});
