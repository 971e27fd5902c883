import type { MessageRow } from '../room/timeline';

/** Of which several in a row say no more than one that counts them. */
const COUNTED = new Set<string | undefined>(['joined', 'joined-by-invite', 'left']);

/** Rows in which people who came one after the other, or went, share one. */
export function collapsedRows(rows: readonly MessageRow[]): readonly MessageRow[] {
  if (!rows.some(({ message }) => COUNTED.has(message.system?.kind))) {
    return rows;
  }
  const runs: MessageRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[0] && isCountedWith(run[0], row)) {
      run.push(row);
    } else {
      runs.push([row]);
    }
  }
  return runs.flatMap(([first, ...more]) =>
    first && more.length > 0 ? { ...first, more: more.map(({ message }) => message) } : (first ?? []),
  );
}

function isCountedWith(first: MessageRow, { message, startsDay }: MessageRow): boolean {
  const kind = message.system?.kind;
  return COUNTED.has(kind) && first.message.system?.kind === kind && !startsDay;
}
