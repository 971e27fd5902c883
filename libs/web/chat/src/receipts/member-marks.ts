import type { MemberMarkers } from '@parley/contracts';

/** How far each of the others is, by their id. */
export type MemberMarks = ReadonlyMap<string, Omit<MemberMarkers, 'userId'>>;

/** Markers only grow, so it does not matter in which order they are heard of, nor how often. */
export function grown(marks: MemberMarks, items: readonly MemberMarkers[]): MemberMarks {
  const next = new Map(marks);
  for (const { userId, lastReadSeq, lastDeliveredSeq } of items) {
    const known = next.get(userId) ?? { lastReadSeq: 0, lastDeliveredSeq: 0 };
    next.set(userId, {
      lastReadSeq: Math.max(known.lastReadSeq, lastReadSeq),
      lastDeliveredSeq: Math.max(known.lastDeliveredSeq, lastDeliveredSeq),
    });
  }
  return next;
}

/** What became of a message: nobody has it, somebody has it, or so many have read it. */
export function fateOf(marks: MemberMarks, seq: number): { isDelivered: boolean; readers: number } {
  let isDelivered = false;
  let readers = 0;
  for (const { lastReadSeq, lastDeliveredSeq } of marks.values()) {
    readers += lastReadSeq >= seq ? 1 : 0;
    isDelivered ||= lastReadSeq >= seq || lastDeliveredSeq >= seq;
  }
  return { isDelivered, readers };
}
