import type { Post } from '@parley/contracts';
import type { PostEntity } from './post.entity.js';

/** Who may hear of a post. */
export interface Audience {
  postId: string;
  authorId: string;
  isPublic: boolean;
}

/** There is a new post. */
export class PostPublished {
  constructor(
    readonly post: Post,
    /** Who does not hear of it, though they look at a feed that it is in. */
    readonly hiddenFrom: readonly string[] = [],
  ) {}
}

/** A post has a new version. */
export class PostUpdated {
  constructor(
    readonly post: Post,
    readonly hiddenFrom: readonly string[] = [],
  ) {}
}

/** A post has another number of comments; whoever looks at it was told by the comments. */
export class PostCounted {
  constructor(readonly postId: string) {}
}

export class PostRemoved {
  constructor(readonly audience: Audience) {}
}

/** Somebody has a post in view. Told again from time to time for as long as they have. */
export class PostWatched {
  constructor(
    readonly postId: string,
    readonly userId: string,
  ) {}
}

/** Somebody no longer sees what is only for the followers of the other one. */
export class FollowEnded {
  constructor(
    readonly followerId: string,
    readonly followeeId: string,
  ) {}
}

export function audienceOfRow({ id, authorId, visibility }: PostEntity): Audience {
  return { postId: id, authorId, isPublic: visibility === 'public' };
}

export function audienceOf({ id, author, visibility }: Post): Audience {
  return { postId: id, authorId: author.id, isPublic: visibility === 'public' };
}
