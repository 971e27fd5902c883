/** What a message is looked for by its content. */
export const searchAttachments = ['file', 'link'] as const;
export type SearchAttachment = (typeof searchAttachments)[number];

/** Words as they were typed. */
export interface SearchTerm {
  text: string;
  /** In quotes: whole words, in this order. */
  isExact: boolean;
}

/** What narrows a search down; of several people or rooms any one will do. */
export interface SearchFilters {
  /** User names, parts of names, or `me`. */
  from: string[];
  /** Names of rooms. */
  in: string[];
  has: SearchAttachment[];
  /** A day or a moment: earlier than it begins. */
  before?: string;
  /** A day or a moment: from its beginning on. */
  after?: string;
}

/** A search as a person types it, understood. */
export interface SearchText {
  /** All of these are wanted; of each, any one term. */
  required: SearchTerm[][];
  excluded: SearchTerm[];
  filters: SearchFilters;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
/** What phones make of the quotes that one types. */
const TYPOGRAPHIC_QUOTES = /[“”„]/g;
/** A minus, the name of a filter, and then words in quotes or one word. Quotes may be left open at the end. */
const PIECE = /(-?)(?:(from|in|has|before|after):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

interface Piece {
  isExcluded: boolean;
  filter: string;
  value: string;
  isQuoted: boolean;
  /** All of it as it was typed. */
  text: string;
}

/** A day such as `2026-01-31`, or a moment with a time zone. */
export function isDayOrMoment(text: string): boolean {
  if (!DAY.test(text) && !MOMENT.test(text)) {
    return false;
  }
  const time = new Date(text);
  // February 30th is read as March 2nd.
  return (
    !Number.isNaN(time.getTime()) && (!DAY.test(text) || time.toISOString().startsWith(text.slice(0, 10)))
  );
}

/**
 * Understands `lunch "at noon" -monday soup or salad from:ann in:general has:link after:2026-01-31`.
 * What only looks like a filter, such as `has:fun`, is a word. Never fails: there is always something to look for,
 * or nothing.
 */
export function parseSearch(text: string): SearchText {
  const found: SearchText = { required: [], excluded: [], filters: { from: [], in: [], has: [] } };
  let isAlternative = false;
  for (const piece of piecesOf(text)) {
    if (isOr(piece)) {
      isAlternative = found.required.length > 0;
    } else if (!takeFilter(found.filters, piece)) {
      takeTerm(found, piece, isAlternative);
      isAlternative = false;
    }
  }
  return found;
}

function piecesOf(text: string): Piece[] {
  return [...text.replace(TYPOGRAPHIC_QUOTES, '"').matchAll(PIECE)].map(
    ([all, minus = '', filter = '', quoted, word = '']) => ({
      isExcluded: minus !== '',
      filter: filter.toLowerCase(),
      value: (quoted ?? word).trim(),
      isQuoted: quoted !== undefined,
      text: all,
    }),
  );
}

function isOr({ text }: Piece): boolean {
  return text.toLowerCase() === 'or';
}

/** @returns whether it was one */
function takeFilter(filters: SearchFilters, { isExcluded, filter, value }: Piece): boolean {
  if (filter === '' || isExcluded || value === '') {
    return false;
  }
  if (filter === 'from') {
    filters.from.push(value.replace(/^@/, ''));
  } else if (filter === 'in') {
    filters.in.push(value.replace(/^#/, ''));
  } else if (filter === 'has') {
    return takeAttachment(filters, value.toLowerCase());
  } else if (isDayOrMoment(value)) {
    filters[filter === 'before' ? 'before' : 'after'] = value;
  } else {
    return false;
  }
  return true;
}

function takeAttachment(filters: SearchFilters, value: string): boolean {
  const attachment = searchAttachments.find((one) => one === value);
  if (attachment === undefined) {
    return false;
  }
  filters.has.push(attachment);
  return true;
}

function takeTerm({ required, excluded }: SearchText, piece: Piece, isAlternative: boolean): void {
  const { isExcluded, isQuoted, filter } = piece;
  const text = filter === '' ? piece.value : piece.text.replace(/^-/, '');
  const term = { text, isExact: isQuoted && filter === '' };
  if (text === '' || text === '-') {
    return;
  }
  if (isExcluded) {
    excluded.push(term);
  } else if (isAlternative) {
    required.at(-1)?.push(term);
  } else {
    required.push([term]);
  }
}
