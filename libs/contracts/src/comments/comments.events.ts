import { CommentChanged } from './comments.dto.js';

/** Server → client. */
export const commentServerEvents = {
  'comment:changed': CommentChanged,
} as const;
