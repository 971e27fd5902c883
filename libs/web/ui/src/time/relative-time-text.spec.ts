import { describe, expect, it } from '@jest/globals';
import { relativeTime } from './relative-time-text';

const now = Date.parse('2026-03-10T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    [20_000, 'now'],
    [90_000, '1 minute ago'],
    [3 * 3_600_000, '3 hours ago'],
    [25 * 3_600_000, 'yesterday'],
    [-2 * 3_600_000, 'in 2 hours'],
    [30 * 86_400_000, 'Feb 8, 2026'],
  ])('%s ms ago is %j', (age, text) => {
    expect(relativeTime(now - age, now, 'en')).toBe(text);
  });

  it('speaks the language of the person', () => {
    expect(relativeTime(now - 90_000, now, 'de')).toBe('vor 1 Minute');
  });
});
