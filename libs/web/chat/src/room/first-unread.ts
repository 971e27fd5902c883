import type { Membership, Message, Room } from '@parley/contracts';

/** Unread messages up to here are in the newest page anyway. */
export const NEAR_THE_END = 50;

/** The message before the first unread one; null when everything was read. */
export function readUpTo({ lastReadSeq, unreadFrom, unread }: Membership): number | null {
  if (unreadFrom !== null) {
    return Math.min(lastReadSeq, unreadFrom - 1);
  }
  return unread > 0 ? lastReadSeq : null;
}

/** The first unread message, when the newest page does not have it. */
export function placeOf({ lastSeq, me }: Room): { around: number } | null {
  const read = me && readUpTo(me);
  return read !== null && lastSeq - read > NEAR_THE_END ? { around: read + 1 } : null;
}

/**
 * The message under the line "New messages": the first one behind `after` that somebody else wrote and that is still
 * there, or exactly the next one where the person put the line.
 */
export function firstUnread(
  messages: readonly Message[],
  after: number,
  { ownId, isByHand }: { ownId: string; isByHand: boolean },
): Message | undefined {
  const first = messages[0]?.seq;
  if (first === undefined || after + 1 < first) {
    return undefined;
  }
  const news = messages.slice(after + 1 - first);
  const isNews = ({ authorId, deletedAt, kind }: Message) =>
    authorId !== ownId && !deletedAt && kind !== 'system';
  return isByHand ? news[0] : news.find(isNews);
}
