import { JobKind } from '@parley/api-core';

/** There is a new post, and those are to hear of it who are called in it or wait for it. */
export const postPublished = new JobKind<{ postId: string }>('posts.published');
/** Somebody has reacted to a post, and its author is to hear of it. */
export const postReacted = new JobKind<{ postId: string; emoji: string; by: string }>('posts.reacted');
/** Somebody follows somebody, who is to hear of it. */
export const personFollowed = new JobKind<{ followerId: string; followeeId: string }>('posts.followed');
