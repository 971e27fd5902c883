import type { SearchText } from '@parley/contracts';

/** What is looked for in names. */
export interface NameTerms {
  /** All of these, of each any one. */
  required: string[][];
  excluded: string[];
  /** What names begin with that come first. */
  first: string;
  /** All of it as one text. */
  whole: string;
}

export function nameTerms({ required, excluded }: SearchText): NameTerms {
  const texts = required.map((group) => group.map(({ text }) => text));
  return {
    required: texts,
    excluded: excluded.map(({ text }) => text),
    first: texts[0]?.[0] ?? '',
    whole: texts.flat().join(' '),
  };
}
