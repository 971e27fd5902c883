import type { Audience } from '@parley/api-posts';
import type { Comment } from '@parley/contracts';

/** A comment is new, or has a new version. */
export class CommentWritten {
  constructor(
    readonly audience: Audience,
    readonly comment: Comment,
    /** Of the post, from now on. */
    readonly commentCount: number,
    /** Who does not hear of it, though they look at the post. */
    readonly hiddenFrom: readonly string[] = [],
  ) {}
}
