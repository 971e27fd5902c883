import { describe, expect, it } from '@jest/globals';
import { fold, foldWithOrigins } from './fold.js';
import { hasLink } from './links.js';
import { indexedText, LINK_TOKEN, tokenOf } from './tokens.js';
import { pairsOf, runsOf } from './words.js';

describe('fold', () => {
  it.each([
    ['ÄRGER', 'arger'],
    ['Straße', 'strasse'],
    ['cafe\u0301', 'cafe'],
    ['Ｆｕｌｌ', 'full'],
    ['Łódź', 'lodz'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['한국', '한국'],
    ['हिन्दी', 'हिन्दी'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['100% a_b', '100% a_b'],
  ])('makes of %s %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(foldWithOrigins(text).text).toBe(folded);
  });

  it('knows where each character comes from', () => {
    const { origins, length } = foldWithOrigins('😀ße\u0301x');

    expect([[...origins], length]).toEqual([[0, 0, 1, 1, 2, 4], 5]);
  });
});

describe('runsOf', () => {
  it('tells words, scripts without spaces and pictures apart', () => {
    expect(runsOf('iphone13手机 😀 don_t हिन्दी').map(({ kind, text }) => [kind, text])).toEqual([
      ['word', 'iphone13'],
      ['unspaced', '手机'],
      ['pictograph', '😀'],
      ['word', 'don'],
      ['word', 't'],
      ['word', 'हिन्दी'],
    ]);
  });

  it('finds nothing in punctuation', () => {
    expect(runsOf('%_\\ .*  ()')).toEqual([]);
    expect(runsOf('、。！')).toEqual([]);
  });
});

describe('indexedText', () => {
  it('has each word once, and parts of what has no words', () => {
    const { tokens, words } = indexedText('Tea, tea and 検索機能');

    expect([...words]).toEqual(['tea', 'and']);
    expect(tokens.toSorted()).toEqual(
      ['tea', 'and', '検', '索', '機', '能', '検索', '索機', '機能'].map(tokenOf).toSorted(),
    );
  });

  it('shortens what is no word any more', () => {
    expect([...indexedText('x'.repeat(5_000)).words]).toEqual(['x'.repeat(40)]);
  });

  it('has no token of a word for what is none', () => {
    expect(indexedText('has:link').tokens).not.toContain(LINK_TOKEN);
  });
});

it('pairs characters, not halves of them', () => {
  expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家']);
  expect(pairsOf('検')).toEqual(['検']);
});

it.each([
  ['see https://example.org', true],
  ['HTTP://EXAMPLE.ORG', true],
  ['https:// nothing', false],
  ['example.org', false],
])('sees whether %j has a link', (text, expected) => {
  expect(hasLink(text)).toBe(expected);
});
