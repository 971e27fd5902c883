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
  // Whole words before beginnings: who looks for tea wants a cup of it and not a teacher.
  return Math.min(1 + placeIn(lowerName, word), 2 + placeIn(keywords.toLowerCase(), word));
}

/** 0 when one of the words of a text is this one, 2 when one begins so, infinite otherwise. */
function placeIn(text: string, word: string): number {
  if (` ${text} `.includes(` ${word} `)) {
    return 0;
  }
  return ` ${text}`.includes(` ${word}`) ? 2 : Infinity;
}
