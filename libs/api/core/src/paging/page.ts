import type { PageQuery } from '@parley/contracts';
import type { CursorKey, Cursors } from './cursors.js';

/**
 * One page out of a list that is read by key.
 * @param read reads up to `limit` rows after a key, or from the start
 * @param keyOf the place of a row in the list
 */
export async function readPage<Row>(
  cursors: Cursors,
  scope: string,
  { limit, cursor }: PageQuery,
  list: {
    read: (limit: number, after: CursorKey | undefined) => Promise<Row[]>;
    keyOf: (row: Row) => CursorKey;
  },
): Promise<{ rows: Row[]; nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : cursors.decode(scope, cursor);
  // One more than asked for tells whether there is another page.
  const found = await list.read(limit + 1, after);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const hasMore = found.length > limit && last !== undefined;
  return { rows, nextCursor: hasMore ? cursors.encode(scope, list.keyOf(last)) : null };
}
