import type { LogRow, RowOffsets } from './row-offsets';

/** What stays where it is while rows come, go and grow: a row, so many pixels below the top edge, or the end. */
export type LogAnchor = { readonly key: string; readonly top: number } | 'end';

/** The anchor among other rows: when its row goes away, the next one that stays takes over. */
export function anchorAmong(rows: readonly LogRow[], anchor: LogAnchor, before: RowOffsets): LogAnchor {
  if (anchor === 'end') {
    return anchor;
  }
  const index = before.indexOf(anchor.key) ?? 0;
  const isLikelyThere = rows[index]?.key === anchor.key;
  const remaining = isLikelyThere ? null : new Set(rows.map(({ key }) => key));
  if (!remaining || remaining.has(anchor.key)) {
    return anchor;
  }
  for (let next = index; next < before.count; next += 1) {
    const key = before.keyAt(next);
    if (key !== undefined && remaining.has(key)) {
      return { key, top: anchor.top };
    }
  }
  return 'end';
}
