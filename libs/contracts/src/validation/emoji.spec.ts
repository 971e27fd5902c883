import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsEmoji } from './emoji.js';

class Chosen {
  @IsEmoji()
  emoji: unknown;
}

const isTaken = (emoji: unknown): boolean =>
  validateSync(Object.assign(new Chosen(), { emoji })).length === 0;

describe('IsEmoji', () => {
  it.each(['👍', '👍🏽', '❤️', '🏳️‍🌈', '👩🏿‍❤️‍💋‍👩🏽', '🇩🇪', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '1️⃣'])('takes %s', (emoji) => {
    expect(isTaken(emoji)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'a',
    '1',
    ':+1:',
    '👍👍',
    '👍 ',
    'x👍',
    '🇩',
    '❤',
    '👍\0',
    '<b>',
    7,
    null,
    undefined,
    ['👍'],
  ])('refuses %j', (value) => {
    expect(isTaken(value)).toBe(false);
  });
});
