import type { Post, User } from '@parley/contracts';
import type { PostEntity } from './post.entity.js';

/**
 * The only place where a row becomes public data: what is not named here stays inside.
 * @param people the author and those who are called, by id
 */
export function toPost(row: PostEntity, author: User, people: ReadonlyMap<string, User>): Post {
  return {
    id: row.id,
    change: row.change,
    author,
    body: row.body,
    visibility: row.visibility,
    files: [],
    mentions: row.mentions,
    mentionedNames: row.mentions.flatMap((id) => people.get(id)?.username ?? []),
    hashtags: row.hashtags,
    commentCount: row.commentCount,
    reactions: row.reactions ?? [],
    roomId: null,
    commentsClosed: row.commentsClosed,
    slowModeSeconds: row.slowModeSeconds,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
  };
}
