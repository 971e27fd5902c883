import { describe, expect, it } from '@jest/globals';
import { isQuiet, isTimeZone } from './quiet-hours.js';

/** Friday night, into Saturday. */
const night = [{ day: 5, from: '22:00', to: '07:00' }];

describe('isQuiet', () => {
  it.each([
    ['2026-11-20T20:59:00Z', false],
    ['2026-11-20T21:00:00Z', true],
    ['2026-11-21T05:59:00Z', true],
    ['2026-11-21T06:00:00Z', false],
    ['2026-11-21T21:30:00Z', false],
    ['2026-11-20T05:00:00Z', false],
  ])('tells by the clocks of Berlin that %s is quiet: %s', (at, expected) => {
    expect(isQuiet(night, 'Europe/Berlin', new Date(at))).toBe(expected);
  });

  it('knows a span within one day, and one of a whole day', () => {
    const at = new Date('2026-11-20T12:00:00Z');

    expect(isQuiet([{ day: 5, from: '11:00', to: '13:00' }], 'UTC', at)).toBe(true);
    expect(isQuiet([{ day: 5, from: '11:00', to: '12:00' }], 'UTC', at)).toBe(false);
    expect(isQuiet([{ day: 5, from: '00:00', to: '00:00' }], 'UTC', at)).toBe(true);
  });

  it('is never quiet without spans', () => {
    expect(isQuiet([], 'UTC', new Date())).toBe(false);
  });
});

describe('isTimeZone', () => {
  it('knows what clocks there are', () => {
    expect(isTimeZone('America/New_York')).toBe(true);
    expect(isTimeZone('Mars/Base')).toBe(false);
  });
});
