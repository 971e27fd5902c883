import { describe, expect, it } from '@jest/globals';
import { linked, toggled } from './text-marks';

describe('toggled', () => {
  it('puts marks around what is selected, and takes them away again', () => {
    const bold = toggled({ text: 'so very good', start: 3, end: 7 }, '**');

    expect(bold).toEqual({ text: 'so **very** good', start: 5, end: 9 });
    expect(toggled(bold, '**')).toEqual({ text: 'so very good', start: 3, end: 7 });
  });

  it('puts the caret between marks where nothing is selected', () => {
    expect(toggled({ text: 'a ', start: 2, end: 2 }, '_')).toEqual({ text: 'a __', start: 3, end: 3 });
  });
});

describe('linked', () => {
  const over = (words: string, pasted: string) =>
    linked({ text: `see ${words}!`, start: 4, end: 4 + words.length }, pasted)?.text;

  it('makes a link of the words that an address is pasted over', () => {
    expect(over('this page', ' https://example.org/a ')).toBe('see [this page](https://example.org/a)!');
  });

  it.each([
    ['', 'https://example.org'],
    ['words', 'other words'],
    ['words', 'javascript:alert(1)'],
    ['https://a.example', 'https://b.example'],
    ['two\nlines', 'https://example.org'],
  ])('leaves a paste over %j of %j as it is', (words, pasted) => {
    expect(over(words, pasted)).toBeUndefined();
  });
});
