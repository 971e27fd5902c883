import type { Parameters } from '../messages/parameters.js';
import type { NameTerms } from './name-terms.js';

/** That a folded text has all of these terms in it, as SQL. */
export function matching(values: Parameters, folded: string, { required, excluded }: NameTerms): string {
  const contains = (text: string) => `${folded} LIKE search_pattern(${values.add(text)})`;
  return [
    ...required.map((group) => `(${group.map(contains).join(' OR ')})`),
    ...excluded.map((text) => `NOT ${contains(text)}`),
  ].join(' AND ');
}
