import { describe, expect, it } from '@jest/globals';
import { highlightsOf } from './highlights';

const marked = (text: string) =>
  highlightsOf(text)
    .filter(({ isMarked }) => isMarked)
    .map((piece) => piece.text);

describe('highlightsOf', () => {
  it('marks people, subjects and addresses', () => {
    expect(marked('Hi @ann. See #tea and https://example.org/a#b, (#été)')).toEqual([
      '@ann',
      '#tea',
      'https://example.org/a#b,',
      '#été',
    ]);
  });

  it.each(['ann@example.org', 'c#', '#1', 'a#b', '##x', '@'])('marks nothing in %j', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('leaves no character out', () => {
    const text = '@ann, #tea\n\nhttps://example.org @ben#x';

    expect(
      highlightsOf(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});
