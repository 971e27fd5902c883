import { describe, expect, it } from '@jest/globals';
import { hashtagsIn } from './hashtags.js';

describe('hashtagsIn', () => {
  it.each([
    ['#tea', ['tea']],
    ['about #Tea, (#coffee)!', ['tea', 'coffee']],
    ['#tea #TEA #Tea', ['tea']],
    ['#été2026 and #日本', ['été2026', '日本']],
    ['number #1', []],
    ['https://example.org/#place and a&#39;', []],
    ['c# and x#y', []],
    ['##tea', []],
    ['`#tea`', []],
    ['> #tea', []],
    ['nothing', []],
    [`#${'a'.repeat(51)}`, []],
  ])('finds in %j %j', (body, tags) => {
    expect(hashtagsIn(body)).toEqual(tags);
  });

  it('stops at twenty', () => {
    const body = Array.from({ length: 30 }, (_, i) => `#tag${i}`).join(' ');

    expect(hashtagsIn(body)).toHaveLength(20);
  });

  it('takes no time for what somebody made to take some', () => {
    const began = performance.now();

    ['#', '#a', '#`', '\u0301#'].forEach((bit) => hashtagsIn(bit.repeat(5_000)));

    expect(performance.now() - began).toBeLessThan(500);
  });
});
