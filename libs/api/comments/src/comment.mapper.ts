import type { Comment, User } from '@parley/contracts';
import type { CommentEntity } from './comment.entity.js';

/**
 * The only place where a row becomes public data: what is not named here stays inside.
 * @param people the author and those who are called, by id
 */
export function toComment(row: CommentEntity, author: User, people: ReadonlyMap<string, User>): Comment {
  return {
    id: row.id,
    postId: row.postId,
    parentId: row.parentId,
    seq: row.seq,
    change: row.change,
    author,
    body: row.body,
    mentions: row.mentions,
    mentionedNames: row.mentions.flatMap((id) => people.get(id)?.username ?? []),
    reactions: row.reactions ?? [],
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
