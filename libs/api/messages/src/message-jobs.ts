import { JobKind } from '@parley/api-core';

/** Somebody has reacted to a message, and its author is to hear of it. */
export const messageReacted = new JobKind<{ messageId: string; emoji: string; by: string }>(
  'messages.reacted',
);
