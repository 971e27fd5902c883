import { DomainError } from '@parley/api-core';
import type { MessageWindowQuery } from '@parley/contracts';

/** The first and the last number of a page, both included; `from` > `to` when there is nothing. */
export interface WindowRange {
  from: number;
  to: number;
}

/** @throws DomainError `request.invalid` when more than one place is named */
export function assertOnePlace({ before, after, around, at }: MessageWindowQuery): void {
  if ([before, after, around, at].filter((place) => place !== undefined).length > 1) {
    const detail = 'only one of before, after, around and at';
    throw new DomainError('request.invalid', { errors: [{ pointer: '/before', detail }] });
  }
}

/** Numbers have no gaps, so every page is a range of them. */
export function windowRange(query: MessageWindowQuery, lastSeq: number): WindowRange {
  const { after, limit } = query;
  if (after !== undefined) {
    const from = Math.min(after, lastSeq) + 1;
    return { from, to: Math.min(from + limit - 1, lastSeq) };
  }
  const last = lastOf(query, lastSeq);
  return { from: Math.max(1, last - limit + 1), to: last };
}

function lastOf({ before, around, limit }: MessageWindowQuery, lastSeq: number): number {
  if (around !== undefined) {
    // Near an end the page is as full as elsewhere.
    const last = Math.max(around + Math.floor((limit - 1) / 2), limit);
    return Math.min(last, lastSeq);
  }
  return before === undefined ? lastSeq : Math.min(before - 1, lastSeq);
}
