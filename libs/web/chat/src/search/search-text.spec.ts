import { describe, expect, it } from '@jest/globals';
import { chipsOf, parametersOf, withFilter } from './search-text';

describe('the text of a search', () => {
  it('shows its filters, and what it is without each', () => {
    expect(chipsOf('tea from:ann "at noon" -milk in:"Summer fair"')).toEqual([
      { name: 'from', value: 'ann', without: 'tea "at noon" -milk in:"Summer fair"' },
      { name: 'in', value: 'Summer fair', without: 'tea "at noon" -milk from:ann' },
    ]);
  });

  it('takes a filter more, once, and one day of each kind', () => {
    expect(withFilter('tea or milk', 'has', 'link')).toBe('tea or milk has:link ');
    expect(withFilter('tea has:link', 'has', 'link')).toBe('tea has:link ');
    expect(withFilter('tea after:2026-01-01', 'after', '2026-02-01')).toBe('tea after:2026-02-01 ');
  });

  it('asks for days as they are here', () => {
    const midnight = new Date(2026, 0, 31).toISOString();

    expect(parametersOf('tea after:2026-01-31 from:ann')).toEqual({ q: 'tea from:ann', after: midnight });
    expect(parametersOf('before:2026-01-31T10:00:00Z')).toEqual({ q: '', before: '2026-01-31T10:00:00Z' });
  });
});
