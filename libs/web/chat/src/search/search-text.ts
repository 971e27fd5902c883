import {
  parseSearch,
  type SearchFilters,
  type SearchTerm,
  type SearchText,
} from '@parley/contracts/constants';

/** A part of a search that is shown as a chip: what it is, and the search without it. */
export interface FilterChip {
  name: 'from' | 'in' | 'has' | 'before' | 'after';
  value: string;
  without: string;
}

/** What the server is asked: words and filters, and times as moments of the calendar here. */
export interface SearchParameters {
  q: string;
  before?: string;
  after?: string;
}

/** The filters that were typed, in the order in which they are written back. */
export function chipsOf(text: string): FilterChip[] {
  const { filters, ...words } = parseSearch(text);
  const entries = entriesOf(filters);
  return entries.map(([name, value], index) => {
    const others = entries.filter((_, other) => other !== index);
    return { name, value, without: [...wordsOf(words), ...others.map(toText)].join(' ') };
  });
}

/** With one more filter; one that is there already, or another day, is replaced. */
export function withFilter(text: string, name: FilterChip['name'], value: string): string {
  const { filters, ...words } = parseSearch(text);
  const isDay = name === 'before' || name === 'after';
  const others = entriesOf(filters).filter(([other, its]) => other !== name || (!isDay && its !== value));
  return [...wordsOf(words), ...[...others, [name, value] as const].map(toText)].join(' ') + ' ';
}

/** A day ends and begins where the person is, not where the server is. */
export function parametersOf(text: string): SearchParameters {
  const { filters, ...words } = parseSearch(text);
  const { before, after, ...others } = filters;
  return {
    q: [...wordsOf(words), ...entriesOf(others).map(toText)].join(' '),
    ...(before !== undefined && { before: momentOf(before) }),
    ...(after !== undefined && { after: momentOf(after) }),
  };
}

function momentOf(day: string): string {
  return day.includes('T') ? day : new Date(`${day}T00:00`).toISOString();
}

function entriesOf({ from, in: rooms, has, before, after }: SearchFilters): [FilterChip['name'], string][] {
  return [
    ...from.map((value): [FilterChip['name'], string] => ['from', value]),
    ...rooms.map((value): [FilterChip['name'], string] => ['in', value]),
    ...has.map((value): [FilterChip['name'], string] => ['has', value]),
    ...(after === undefined ? [] : [['after', after] satisfies [FilterChip['name'], string]]),
    ...(before === undefined ? [] : [['before', before] satisfies [FilterChip['name'], string]]),
  ];
}

function wordsOf({ required, excluded }: Pick<SearchText, 'required' | 'excluded'>): string[] {
  return [
    ...required.map((group) => group.map(termText).join(' or ')),
    ...excluded.map((term) => `-${termText(term)}`),
  ];
}

function termText({ text, isExact }: SearchTerm): string {
  return isExact ? `"${text}"` : text;
}

function toText([name, value]: readonly [string, string]): string {
  return `${name}:${/\s/.test(value) ? `"${value}"` : value}`;
}
