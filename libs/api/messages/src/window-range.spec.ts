import { describe, expect, it } from '@jest/globals';
import { assertOnePlace, windowRange } from './window-range.js';

describe('windowRange', () => {
  it.each([
    ['the newest', {}, { from: 6, to: 10 }],
    ['those before', { before: 6 }, { from: 1, to: 5 }],
    ['those before the beginning', { before: 1 }, { from: 1, to: 0 }],
    ['those before what is not there yet', { before: 99 }, { from: 6, to: 10 }],
    ['those after', { after: 3 }, { from: 4, to: 8 }],
    ['those after the last but one', { after: 9 }, { from: 10, to: 10 }],
    ['those after the end', { after: 10 }, { from: 11, to: 10 }],
    ['those after what is not there yet', { after: 99 }, { from: 11, to: 10 }],
    ['those around the middle', { around: 5 }, { from: 3, to: 7 }],
    ['a full page around the first', { around: 1 }, { from: 1, to: 5 }],
    ['a full page around the last', { around: 10 }, { from: 6, to: 10 }],
  ])('finds %s', (_, place, range) => {
    expect(windowRange({ ...place, limit: 5 }, 10)).toEqual(range);
  });

  it('is empty in an empty room', () => {
    expect(windowRange({ limit: 5 }, 0)).toEqual({ from: 1, to: 0 });
    expect(windowRange({ around: 1, limit: 5 }, 0)).toEqual({ from: 1, to: 0 });
  });
});

describe('assertOnePlace', () => {
  it.each([
    { before: 1, after: 1 },
    { around: 1, at: '2026-01-01T00:00:00Z' },
  ])('refuses two places at once: %j', (places) => {
    expect(() => assertOnePlace({ ...places, limit: 5 })).toThrow(
      expect.objectContaining({ code: 'request.invalid' }),
    );
  });

  it('takes one place, or none', () => {
    expect(() => assertOnePlace({ limit: 5 })).not.toThrow();
    expect(() => assertOnePlace({ at: '2026-01-01T00:00:00Z', limit: 5 })).not.toThrow();
  });
});
