import { DomainError } from '@parley/api-core';
import type { PostEntity } from './post.entity.js';

/**
 * What is only for followers does not exist for anybody else.
 * @param isFollower whether the reader follows the author, or is the author
 * @throws DomainError `post.not-found`
 */
export function assertVisible(row: PostEntity | null, isFollower: boolean): asserts row is PostEntity {
  if (!row || row.deletedAt || (row.visibility === 'followers' && !isFollower)) {
    throw new DomainError('post.not-found');
  }
}

/** Only who wrote it. @throws DomainError `post.forbidden` */
export function assertIsAuthor({ authorId }: Pick<PostEntity, 'authorId'>, userId: string): void {
  if (authorId !== userId) {
    throw new DomainError('post.forbidden');
  }
}
