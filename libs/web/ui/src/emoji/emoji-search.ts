import type { Emoji } from './emojis';

/** Those whose name or keywords have all words of the query, the best match first. */
export function bestMatches(emojis: readonly Emoji[], query: string, limit: number): readonly Emoji[] {
  const words = query.toLowerCase().replaceAll(/[:_]/g, ' ').trim().split(/\s+/);
  const ranked = emojis.flatMap((emoji) => {
    const ranks = words.map((word) => rankOf(emoji, word));
    return ranks.every((rank) => rank < Infinity) ? { emoji, rank: Math.max(...ranks) } : [];
  });
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ emoji }) => emoji);
}

/** 0 for the best match, infinite for none. */
function rankOf({ emoji, name, keywords }: Emoji, word: string): number {
  const lowerName = name.toLowerCase();
  if (emoji === word || lowerName === word) {
    return 0;
  }
  if (lowerName.startsWith(word)) {
    return 1;
  }
  if (hasWord(lowerName, word)) {
    return 2;
  }
  return hasWord(keywords.toLowerCase(), word) ? 3 : Infinity;
}

/** Whether one of the words of a text begins so. */
function hasWord(text: string, word: string): boolean {
  return ` ${text}`.includes(` ${word}`);
}
