import { type Tone, toned } from './emoji-tones';
import type { EmojiCategory } from './emojis';

/** How many emoji are in a row, at every width. */
export const COLUMNS = 8;

export interface Option {
  readonly shown: string;
  readonly name: string;
  /** 0, 1, 2 … through all sections. */
  readonly place: number;
}

export interface Section {
  readonly name: string;
  readonly options: readonly Option[];
}

/** Sections with something in them, in the colour of skin that was chosen. */
export function sectionsOf(categories: readonly EmojiCategory[], tone: Tone): readonly Section[] {
  let place = 0;
  return categories
    .filter(({ emojis }) => emojis.length > 0)
    .map(({ name, emojis }) => ({
      name,
      options: emojis.map((emoji) => ({
        shown: emoji.hasTones ? toned(emoji.emoji, tone) : emoji.emoji,
        name: emoji.name,
        place: place++,
      })),
    }));
}

/** Where a key leads from a place in the sections; null for keys that lead nowhere. */
export function moved(sections: readonly Section[], from: number, key: string): number | null {
  const rows = sections.flatMap(({ options }) => rowsOf(options));
  const last = rows.at(-1)?.at(-1)?.place ?? 0;
  const row = rows.findIndex((options) => options.some(({ place }) => place === from));
  const column = rows[row]?.findIndex(({ place }) => place === from) ?? 0;
  switch (key) {
    case 'ArrowRight':
      return Math.min(from + 1, last);
    case 'ArrowLeft':
      return Math.max(from - 1, 0);
    case 'ArrowDown':
      return inRow(rows[Math.min(row + 1, rows.length - 1)], column);
    case 'ArrowUp':
      return inRow(rows[Math.max(row - 1, 0)], column);
    default:
      return null;
  }
}

function rowsOf(options: readonly Option[]): Option[][] {
  const count = Math.ceil(options.length / COLUMNS);
  return Array.from({ length: count }, (_, row) => options.slice(row * COLUMNS, (row + 1) * COLUMNS));
}

/** The row may be shorter than the one before. */
function inRow(row: readonly Option[] | undefined, column: number): number | null {
  return row?.[Math.min(column, row.length - 1)]?.place ?? null;
}
