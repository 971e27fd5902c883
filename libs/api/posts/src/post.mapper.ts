import type { FileRecord } from '@parley/api-files';
import type { FileInfo, Post, User } from '@parley/contracts';
import type { PostEntity } from './post.entity.js';

/**
 * The only place where a row becomes public data: what is not named here stays inside.
 * @param people the author and those who are called, by id
 * @param toFileInfo how a file is shown to those who may read the post
 */
export function toPost(
  row: PostEntity,
  author: User,
  people: ReadonlyMap<string, User>,
  toFileInfo: (file: FileRecord) => FileInfo,
): Post {
  return {
    id: row.id,
    change: row.change,
    author,
    body: row.body,
    contentWarning: row.contentWarning,
    visibility: row.visibility,
    files: row.files?.map(toFileInfo) ?? [],
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
