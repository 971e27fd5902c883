import { describe, expect, it } from '@jest/globals';
import { type LogRow, RowOffsets } from './row-offsets';

const rows = (...keys: string[]): LogRow[] => keys.map((key) => ({ key, estimate: 10 }));

describe('RowOffsets', () => {
  it('guesses until it has measured', () => {
    const offsets = new RowOffsets();
    offsets.replace(rows('a', 'b', 'c'));

    expect(offsets.total).toBe(30);
    expect(offsets.measure('b', 25)).toBe(true);
    expect(offsets.measure('b', 25)).toBe(false);

    expect([0, 1, 2, 3].map((index) => offsets.offsetOf(index))).toEqual([0, 10, 35, 45]);
  });

  it('finds the row at a height, and stays inside the list', () => {
    const offsets = new RowOffsets();
    offsets.replace(rows('a', 'b', 'c'));
    offsets.measure('b', 25);

    expect([-5, 0, 9, 10, 34, 35, 1_000].map((top) => offsets.indexAt(top))).toEqual([0, 0, 0, 1, 1, 2, 2]);
  });

  it('keeps what it measured when rows come in before', () => {
    const offsets = new RowOffsets();
    offsets.replace(rows('c', 'd'));
    offsets.measure('c', 40);

    offsets.replace(rows('a', 'b', 'c', 'd'));

    expect(offsets.offsetOf(3)).toBe(60);
    expect(offsets.indexOf('c')).toBe(2);
  });

  it('forgets rows that are gone', () => {
    const offsets = new RowOffsets();
    offsets.replace(rows('a', 'b', 'c'));

    offsets.replace(rows('a', 'c'));

    expect(offsets.indexOf('b')).toBeUndefined();
    expect(offsets.total).toBe(20);
  });

  it('takes a hundred thousand rows and appends to them in no time', () => {
    const offsets = new RowOffsets();
    const many = Array.from({ length: 100_000 }, (_, index) => ({ key: String(index), estimate: 40 }));
    offsets.replace(many);

    offsets.replace([...many, { key: 'newest', estimate: 60 }]);

    expect(offsets.total).toBe(100_000 * 40 + 60);
    expect(offsets.indexAt(offsets.total)).toBe(100_000);
  });
});
