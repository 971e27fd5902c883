import { Injectable } from '@nestjs/common';
import { FileUrls } from '@parley/api-files';
import type { Message, QuotedMessage } from '@parley/contracts';
import type { MessageRow } from './message.row.js';

type Quoting = Pick<MessageRow, 'quotedId' | 'quotedSeq' | 'quotedAuthorId' | 'quotedExcerpt'>;

/** The only place where a row becomes public data: what is not named here stays inside. */
@Injectable()
export class MessageMapper {
  constructor(private readonly files: FileUrls) {}

  /** For those who may read the room: its files can be opened by whoever gets this. */
  readonly toMessage = (row: MessageRow): Message => ({
    id: row.id,
    roomId: row.roomId,
    seq: row.seq,
    change: row.change,
    kind: row.kind,
    authorId: row.authorId,
    body: row.body,
    ...(row.system && { system: row.system }),
    replyTo: toQuote(row),
    files: row.files?.map((file) => this.files.toFileInfo(file)) ?? [],
    mentions: row.mentions,
    mentionsRoom: row.mentionsRoom,
    reactions: row.reactions ?? [],
    ...timesOf(row),
  });
}

function timesOf({ pinnedAt, createdAt, editedAt, deletedAt }: MessageRow) {
  return {
    pinnedAt: pinnedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}

function toQuote({ quotedId, quotedSeq, quotedAuthorId, quotedExcerpt }: Quoting): QuotedMessage | null {
  return quotedId && quotedSeq && quotedAuthorId
    ? { id: quotedId, seq: quotedSeq, authorId: quotedAuthorId, excerpt: quotedExcerpt ?? '' }
    : null;
}
