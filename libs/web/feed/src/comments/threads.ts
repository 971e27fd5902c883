import type { Comment } from '@parley/contracts';

/** A comment, and what was said to it. */
export interface Thread {
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

/**
 * The comments as they are shown. What was deleted is not, except where answers stand under it.
 * @param comments in the order in which they came
 * @param isGone whether somebody has just deleted one
 */
export function threadsOf(comments: readonly Comment[], isGone: (id: string) => boolean): Thread[] {
  const isThere = ({ id, deletedAt }: Comment): boolean => deletedAt === null && !isGone(id);
  const answers = new Map<string, Comment[]>();
  for (const comment of comments) {
    if (comment.parentId !== null && isThere(comment)) {
      answers.set(comment.parentId, [...(answers.get(comment.parentId) ?? []), comment]);
    }
  }
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((comment) => ({ comment, answers: answers.get(comment.id) ?? [] }))
    .filter((thread) => isThere(thread.comment) || thread.answers.length > 0);
}
