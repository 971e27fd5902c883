import { DomainError } from '@parley/api-core';
import type { PostEntity } from './post.entity.js';

/** How somebody stands to the author of a post. */
export interface PostReader {
  /** Or is the author. */
  isFollower: boolean;
  /** One of the two has blocked the other. */
  isApart: boolean;
}

/**
 * What is only for followers does not exist for anybody else, and nothing does for who is kept apart by a block.
 * @throws DomainError `post.not-found`
 */
export function assertVisible(
  row: PostEntity | null,
  { isFollower, isApart }: PostReader,
): asserts row is PostEntity {
  if (!row || row.deletedAt || isApart || (row.visibility === 'followers' && !isFollower)) {
    throw new DomainError('post.not-found');
  }
}

/** Only who wrote it. @throws DomainError `post.forbidden` */
export function assertIsAuthor({ authorId }: Pick<PostEntity, 'authorId'>, userId: string): void {
  if (authorId !== userId) {
    throw new DomainError('post.forbidden');
  }
}
