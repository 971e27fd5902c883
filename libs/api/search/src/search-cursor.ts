import type { SearchQuery } from '@parley/contracts';

/** What a cursor belongs to: the whole search but for the length of its pages. */
export function scopeOf({ q, in: things, roomId, from, has, before, after }: SearchQuery): string {
  return `search ${JSON.stringify([q.trim(), things, roomId, from, has, before, after])}`;
}
