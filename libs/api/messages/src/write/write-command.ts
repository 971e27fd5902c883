import { fingerprint } from '@parley/api-core';
import type { FileRecord } from '@parley/api-files';
import type { Message, SendMessageCommand } from '@parley/contracts';

/** A message to be written, by somebody of whom only the token is known yet. */
export interface WriteCommand extends SendMessageCommand {
  authorId: string;
  /** What `fileIds` names, as it is shown. */
  files: readonly FileRecord[];
}

export interface Written {
  message: Message;
  /** Whether this was the first time, and not a repetition. */
  isNew: boolean;
}

/** A command that waits for its answer. */
export interface PendingWrite {
  readonly command: WriteCommand;
  /** Of what was sent, whatever edits follow: it recognises a repetition. */
  readonly fingerprint: string;
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
}

export function fingerprintOf({ authorId, roomId, body, replyToId, fileIds = [] }: WriteCommand): string {
  return fingerprint(authorId, roomId, body, replyToId ?? null, ...fileIds);
}
