import { describe, expect, it } from '@jest/globals';
import { markedPieces } from './marked-text';

const shown = (text: string, ranges: { start: number; end: number }[]) =>
  markedPieces(text, ranges)
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

describe('markedPieces', () => {
  it('marks by code points', () => {
    expect(shown('😀 tea 😀 tea', [{ start: 2, end: 5 }])).toBe('😀 [tea] 😀 tea');
    expect(shown('tea', [{ start: 0, end: 3 }])).toBe('[tea]');
    expect(shown('tea', [])).toBe('tea');
  });

  it('shows the part in which it is', () => {
    const text = `${'word '.repeat(50)}tea${' word'.repeat(100)}`;

    const piece = shown(text, [{ start: 250, end: 253 }]);

    expect(piece).toMatch(/^…(word )+\[tea\]( word)+( w?o?r?d?)?…$/);
    expect(Array.from(piece).length).toBeLessThan(230);
  });
});
