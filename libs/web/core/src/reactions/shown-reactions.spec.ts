import { describe, expect, it } from '@jest/globals';
import { shownReactions } from './shown-reactions';

const tea = { emoji: '🍵', count: 2, userIds: ['ben', 'cleo'] };
const own = { emoji: '👍', count: 1, userIds: ['ann'] };

describe('shownReactions', () => {
  it('marks one’s own', () => {
    expect(shownReactions([tea, own], new Map(), 'ann').map(({ isOwn }) => isOwn)).toEqual([false, true]);
  });

  it('shows what is wanted before the server has it', () => {
    const wanted = new Map([
      ['🍵', true],
      ['🎉', true],
    ]);

    expect(shownReactions([tea], wanted, 'ann')).toEqual([
      { emoji: '🍵', count: 3, userIds: ['ben', 'cleo', 'ann'], isOwn: true },
      { emoji: '🎉', count: 1, userIds: ['ann'], isOwn: true },
    ]);
  });

  it('hides what was taken back, and what nobody else has', () => {
    const wanted = new Map([['👍', false]]);

    expect(shownReactions([own], wanted, 'ann')).toEqual([]);
    expect(shownReactions([{ ...own, count: 2, userIds: ['ann', 'ben'] }], wanted, 'ann')).toEqual([
      { emoji: '👍', count: 1, userIds: ['ben'], isOwn: false },
    ]);
  });

  it('counts nobody twice when the server has it already', () => {
    expect(shownReactions([own], new Map([['👍', true]]), 'ann')).toEqual([{ ...own, isOwn: true }]);
    expect(shownReactions([tea], new Map([['🍵', false]]), 'ann')).toEqual([{ ...tea, isOwn: false }]);
  });
});
