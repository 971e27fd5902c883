import { JobKind } from '@parley/api-core';

/** There is a new comment, and those are to hear of it whom it is meant for. */
export const commentWritten = new JobKind<{ commentId: string }>('comments.written');
/** Somebody has reacted to a comment, and its author is to hear of it. */
export const commentReacted = new JobKind<{ commentId: string; emoji: string; by: string }>(
  'comments.reacted',
);
