import { describe, expect, it } from '@jest/globals';
import { closedShortcode, replaced, targetAt } from './completion-target';

const at = (text: string) => targetAt(text, text.length);

describe('targetAt', () => {
  it.each([
    ['@', '', 0],
    ['hello @an', 'an', 6],
    ['(@Zoë', 'Zoë', 1],
    ['one\n@b.c-d', 'b.c-d', 4],
  ])('finds a person in %j', (text, query, start) => {
    expect(at(text)).toEqual({ kind: 'people', query, start, end: text.length });
  });

  it.each([
    [':sm', 'sm', 0],
    ['well :+1', '+1', 5],
    ['(:thumbs_', 'thumbs_', 1],
  ])('finds an emoji in %j', (text, query, start) => {
    expect(at(text)).toEqual({ kind: 'emoji', query, start, end: text.length });
  });

  it.each(['ann@ex', '@ann ', 'hello', ':', ':s', 'at 10:30', 'https://a', 'a@@b', ''])(
    'finds nothing in %j',
    (text) => {
      expect(at(text)).toBeNull();
    },
  );

  it('looks at the caret, not at the end', () => {
    expect(targetAt('@an said so', 3)).toMatchObject({ query: 'an', start: 0, end: 3 });
    expect(targetAt('@an said so', 11)).toBeNull();
  });
});

describe('closedShortcode', () => {
  it('is a name between two colons', () => {
    expect(closedShortcode('so :smile:', 10)).toMatchObject({ query: 'smile', start: 3, end: 10 });
    expect(closedShortcode(':+1:', 4)).toMatchObject({ query: '+1' });
  });

  it.each(['10:30:', 'a:b:', '::', ': a:', 'https://a:80:'])('is not in %j', (text) => {
    expect(closedShortcode(text, text.length)).toBeNull();
  });
});

describe('replaced', () => {
  it('puts the word in the place of what was begun, and the caret behind it', () => {
    expect(replaced('hi @an, look', { start: 3, end: 6 }, '@ann ')).toEqual({
      text: 'hi @ann , look',
      caret: 8,
    });
  });
});
