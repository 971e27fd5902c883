import { describe, expect, it } from '@jest/globals';
import { statusEnd } from './status-end';

/** A Thursday afternoon on the clock of the person. */
const now = new Date(2026, 0, 15, 15, 30);
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).toISOString();

describe('statusEnd', () => {
  it.each([
    ['halfHour', at(2026, 0, 15, 16, 0)],
    ['hour', at(2026, 0, 15, 16, 30)],
    ['fourHours', at(2026, 0, 15, 19, 30)],
    ['today', at(2026, 0, 16)],
    ['week', at(2026, 0, 19)],
    ['never', null],
  ] as const)('of %s', (length, end) => {
    expect(statusEnd(length, now, 'before')).toBe(end);
  });

  it('stays as it was when only the words change', () => {
    expect(statusEnd('kept', now, 'before')).toBe('before');
  });

  it('ends the week on its last day too', () => {
    expect(statusEnd('week', new Date(2026, 0, 18, 12), null)).toBe(at(2026, 0, 19));
  });
});
