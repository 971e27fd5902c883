import type { Message, QuotedMessage } from '@parley/contracts';
import type { MessageRow } from './message.row.js';

type Quoting = Pick<MessageRow, 'quotedId' | 'quotedSeq' | 'quotedAuthorId' | 'quotedExcerpt'>;

/** The only place where a row becomes public data: what is not named here stays inside. */
export function toMessage(row: MessageRow): Message {
  return {
    id: row.id,
    roomId: row.roomId,
    seq: row.seq,
    change: row.change,
    kind: row.kind,
    authorId: row.authorId,
    body: row.body,
    ...(row.system && { system: row.system }),
    replyTo: toQuote(row),
    files: [],
    mentions: row.mentions,
    mentionsRoom: row.mentionsRoom,
    reactions: row.reactions ?? [],
    pinnedAt: row.pinnedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

function toQuote({ quotedId, quotedSeq, quotedAuthorId, quotedExcerpt }: Quoting): QuotedMessage | null {
  return quotedId && quotedSeq && quotedAuthorId
    ? { id: quotedId, seq: quotedSeq, authorId: quotedAuthorId, excerpt: quotedExcerpt ?? '' }
    : null;
}
