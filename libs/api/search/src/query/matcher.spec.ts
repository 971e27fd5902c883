import { describe, expect, it } from '@jest/globals';
import { parseSearch } from '@parley/contracts';
import { editDistance, toleratedDistance } from './edit-distance.js';
import { Matcher } from './matcher.js';
import { patternOf, wholeWords } from './term-pattern.js';

function matcherOf(search: string): Matcher {
  const { required, excluded } = parseSearch(search);
  return new Matcher(
    required.map((group) => group.map(patternOf)),
    excluded.map(patternOf),
  );
}

/** The text with what is marked in brackets, by code points. */
function marked(search: string, text: string): string {
  const characters = Array.from(text);
  const ranges = matcherOf(search).rangesIn(text);
  return characters
    .map((character, index) => {
      const opens = ranges.some(({ start }) => start === index) ? '[' : '';
      return opens + character + (ranges.some(({ end }) => end === index + 1) ? ']' : '');
    })
    .join('');
}

describe('Matcher', () => {
  it.each([
    ['package', 'Packages are here', true],
    ['ackag', 'Packages are here', true],
    ['"package"', 'Packages are here', false],
    ['he', 'is he here', true],
    ['re', 'Packages', false],
    ['"are here"', 'they are, HERE', true],
    ['"here are"', 'they are here', false],
    ['cafe', 'Café', true],
    ['CAFÉ', 'cafe', true],
    ['tea -milk', 'tea with milk', false],
    ['tea -milk', 'tea', true],
    ['tea or coffee', 'coffee', true],
    ['tea or coffee sugar', 'coffee', false],
    ['100%', '100 percent', false],
    ['100%', '100% sure', true],
    ['a_b', 'aXb', false],
    ['c\\d', 'c\\d', true],
    ['.*', 'anything', false],
    ['.*', 'a .* b', true],
    ['機能', '検索機能です', true],
    ['機です', '検索機能です', false],
    ['"索機"', '検索機能です', true],
    ['iphone', '手机iPhone', true],
    ['"iphone"', '手机iPhone', true],
    ['😀', 'well 😀', true],
  ])('looks for %j in %j', (search, text, expected) => {
    expect(matcherOf(search).matches(text)).toBe(expected);
  });

  it.each([
    ['tea', 'Tea or tea', '[Tea] or [tea]'],
    ['cafe', 'un café!', 'un [café]!'],
    ['cafe', 'un cafe\u0301!', 'un [cafe\u0301]!'],
    ['strasse', 'Die Straße 1', 'Die [Straße] 1'],
    ['tea', '😀 tea 😀', '😀 [tea] 😀'],
    ['検索', '全文検索', '全文[検索]'],
    ['👩', 'a 👩\u200d💻 b', 'a [👩\u200d💻] b'],
    ['tea eat', 'teat', '[teat]'],
    ['"at noon"', 'lunch at  noon', 'lunch [at  noon]'],
  ])('marks %j in %j', (search, text, expected) => {
    expect(marked(search, text)).toBe(expected);
  });

  it('takes each of several words whole', () => {
    const matcher = new Matcher([[wholeWords(['tea', 'cup'])]]);

    expect(['a cup', 'tea', 'teacup'].map((text) => matcher.matches(text))).toEqual([true, true, false]);
  });

  it('stays quick on what is made to be slow', () => {
    const text = 'a'.repeat(20_000);

    expect(matcherOf('"a a a a a a a b"').matches(text)).toBe(false);
    expect(matcherOf('aaaaaaaaaaaab').matches(text)).toBe(false);
  });
});

describe('editDistance', () => {
  it.each([
    ['tea', 'tea', 0],
    ['pakcage', 'package', 1],
    ['wolrd', 'world', 1],
    ['tea', 'teas', 1],
    ['meeting', 'meating', 1],
    ['recieve', 'receipt', 3],
    ['', 'tea', 3],
  ])('from %j to %j', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
    expect(editDistance(other, one)).toBe(distance);
  });

  it('tolerates more in longer words', () => {
    expect(['tea', 'teas', 'packages'].map(toleratedDistance)).toEqual([0, 1, 2]);
  });
});
