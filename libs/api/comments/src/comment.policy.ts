import { DomainError } from '@parley/api-core';
import type { PostEntity } from '@parley/api-posts';
import type { CommentEntity } from './comment.entity.js';

type Post = Pick<PostEntity, 'authorId' | 'commentsClosed' | 'slowModeSeconds'>;
type Comment = Pick<CommentEntity, 'authorId' | 'deletedAt'>;

/**
 * The author of a post always may. @throws DomainError `post.comments-closed`, `comment.too-soon`
 * @param lastAt when this person commented on it last
 */
export function assertMayComment(post: Post, userId: string, lastAt: Date | null, now: Date): void {
  if (post.authorId === userId) {
    return;
  }
  if (post.commentsClosed) {
    throw new DomainError('post.comments-closed');
  }
  const wait = lastAt ? lastAt.getTime() + post.slowModeSeconds * 1_000 - now.getTime() : 0;
  if (wait > 0) {
    throw new DomainError('comment.too-soon', { retryAfterMs: wait });
  }
}

/** Only who wrote it. @throws DomainError */
export function assertMayEdit({ authorId, deletedAt }: Comment, userId: string): void {
  assertIsThere({ deletedAt });
  if (authorId !== userId) {
    throw new DomainError('comment.forbidden');
  }
}

/** Who wrote it, and under whose post it is. @throws DomainError */
export function assertMayDelete({ authorId }: Comment, post: Post, userId: string): void {
  if (authorId !== userId && post.authorId !== userId) {
    throw new DomainError('comment.forbidden');
  }
}

/** @throws DomainError `comment.not-found` when only its tombstone is */
export function assertIsThere({ deletedAt }: Pick<Comment, 'deletedAt'>): void {
  if (deletedAt) {
    throw new DomainError('comment.not-found');
  }
}
