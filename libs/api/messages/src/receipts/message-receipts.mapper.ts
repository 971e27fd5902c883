import type { Recipient } from '@parley/api-rooms';
import type { MessageReceipts } from '@parley/contracts';

/**
 * Puts each person into the list of the furthest that they have come. Whoever has answered had read by then.
 *
 * @param answeredAt when somebody wrote the first thing after the message
 */
export function toMessageReceipts(
  recipients: readonly Recipient[],
  answeredAt: ReadonlyMap<string, Date>,
): MessageReceipts {
  const readers = recipients.filter(({ isRead }) => isRead);
  const receivers = recipients.filter(({ isRead, isDelivered }) => isDelivered && !isRead);
  const pendingIds = recipients.filter((one) => !one.isRead && !one.isDelivered).map(({ userId }) => userId);
  return {
    readBy: readers.map(({ userId, readAt }) => ({ userId, at: earliest(readAt, answeredAt.get(userId)) })),
    deliveredTo: receivers.map(({ userId, deliveredAt }) => ({ userId, at: earliest(deliveredAt) })),
    pending: pendingIds.length,
    pendingIds,
  };
}

function earliest(...times: (Date | null | undefined)[]): string | null {
  const known = times.flatMap((time) => time?.getTime() ?? []);
  return known.length > 0 ? new Date(Math.min(...known)).toISOString() : null;
}
