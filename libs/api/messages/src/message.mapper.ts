import type { Message } from '@parley/contracts';
import type { MessageEntity } from './message.entity.js';

/** The only place where a row becomes public data: what is not named here stays inside. */
export function toMessage(row: MessageEntity): Message {
  return {
    id: row.id,
    roomId: row.roomId,
    seq: row.seq,
    change: row.change,
    kind: row.kind,
    authorId: row.authorId,
    body: row.body,
    replyTo: null,
    files: [],
    mentions: row.mentions,
    reactions: [],
    pinnedAt: null,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
