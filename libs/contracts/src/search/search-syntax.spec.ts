import { describe, expect, it } from '@jest/globals';
import { isDayOrMoment, parseSearch } from './search-syntax.js';

const word = (text: string) => ({ text, isExact: false });
const exact = (text: string) => ({ text, isExact: true });
const noFilters = { from: [], in: [], has: [] };

describe('parseSearch', () => {
  it('understands words, quotes, a minus and or', () => {
    expect(parseSearch('lunch "at noon" -monday soup or salad OR "rice"')).toEqual({
      required: [[word('lunch')], [exact('at noon')], [word('soup'), word('salad'), exact('rice')]],
      excluded: [word('monday')],
      filters: noFilters,
    });
  });

  it('takes filters out of the text', () => {
    const text =
      'from:@Ann in:"Summer fair" IN:#general has:link has:file before:2026-02-01 after:2026-01-01 hi';

    expect(parseSearch(text)).toEqual({
      required: [[word('hi')]],
      excluded: [],
      filters: {
        from: ['Ann'],
        in: ['Summer fair', 'general'],
        has: ['link', 'file'],
        before: '2026-02-01',
        after: '2026-01-01',
      },
    });
  });

  it.each([
    ['has:fun', ['has:fun']],
    ['before:lunch', ['before:lunch']],
    ['after:2026-02-30', ['after:2026-02-30']],
    ['from:', ['from:']],
    ['https://example.org/in:out', ['https://example.org/in:out']],
    ['100% a_b c\\d .* ($^)', ['100%', 'a_b', 'c\\d', '.*', '($^)']],
    ['well-known - dash', ['well-known', 'dash']],
    ['"left open', ['left open']],
  ])('takes what only looks like an operator in %j as words', (text, words) => {
    expect(parseSearch(text)).toMatchObject({ excluded: [], filters: noFilters });
    expect(
      parseSearch(text)
        .required.flat()
        .map((term) => term.text),
    ).toEqual(words);
  });

  it.each(['', '   ', 'or', 'OR or', '-', '""', '" "', '- or -'])(
    'finds nothing to look for in %j',
    (text) => {
      expect(parseSearch(text)).toEqual({ required: [], excluded: [], filters: noFilters });
    },
  );

  it('knows the quotes of phones', () => {
    expect(parseSearch('“at noon”').required).toEqual([[exact('at noon')]]);
  });

  it('keeps an excluded filter as excluded words, and takes a last or for nothing', () => {
    expect(parseSearch('tea -from:ann or')).toEqual({
      ...{ required: [[word('tea')]], excluded: [word('from:ann')], filters: noFilters },
    });
  });
});

describe('isDayOrMoment', () => {
  it.each(['2026-01-31', '2026-01-31T10:00:00Z', '2026-01-31T23:30:00.5+05:30'])('takes %s', (text) => {
    expect(isDayOrMoment(text)).toBe(true);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '2026-01-31T10:00', '2026-01-31T25:00:00Z', 'today'])(
    'refuses %s',
    (text) => {
      expect(isDayOrMoment(text)).toBe(false);
    },
  );
});
