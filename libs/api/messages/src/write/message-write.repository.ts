import { Injectable } from '@nestjs/common';
import { PreparedStatements } from '@parley/api-core';
import { callsIn, fileKindOf } from '@parley/contracts';
import { LOCK_ROOMS, WRITE_ALL, WRITE_WHAT_IS_FREE, type WriteRow } from './write-batch.statement.js';
import type { PendingWrite } from './write-command.js';

/** Writes batches of messages. Whether all of them were committed, the answer alone tells. */
@Injectable()
export class MessageWriteRepository {
  constructor(private readonly statements: PreparedStatements) {}

  /** One row for each of the writes, in their order. Rooms that are locked answer `busy` at once. */
  writeWhatIsFree(writes: readonly PendingWrite[]): Promise<WriteRow[]> {
    return this.statements.rows(variantOf(WRITE_WHAT_IS_FREE, writes), toParameters(writes));
  }

  /** As above, but it waits for rooms that are locked. */
  writeAll(writes: readonly PendingWrite[]): Promise<WriteRow[]> {
    const [roomIds, ...others] = toParameters(writes);
    return this.statements.rowsUnderLock(
      { lock: LOCK_ROOMS, values: [roomIds] },
      { statement: variantOf(WRITE_ALL, writes), values: [roomIds, ...others] },
    );
  }
}

function variantOf<T>(
  { withFiles, withoutFiles }: Record<'withFiles' | 'withoutFiles', T>,
  writes: readonly PendingWrite[],
): T {
  return haveFiles(writes) ? withFiles : withoutFiles;
}

function haveFiles(writes: readonly PendingWrite[]): boolean {
  return writes.some(({ command }) => command.files.length > 0);
}

function toParameters(writes: readonly PendingWrite[]): unknown[] {
  const commands = writes.map(({ command }) => command);
  const callsOf = commands.map(({ body }) => callsIn(body));
  const calls = callsOf.flatMap(({ names }, index) => names.map((name) => ({ place: index + 1, name })));
  return [
    commands.map(({ roomId }) => roomId),
    commands.map(({ id }) => id),
    commands.map(({ authorId }) => authorId),
    commands.map(({ body }) => body),
    writes.map(({ fingerprint }) => fingerprint),
    commands.map(({ replyToId }) => replyToId ?? null),
    callsOf.map(({ everybody }) => everybody),
    calls.map(({ place }) => place),
    calls.map(({ name }) => name),
    ...(haveFiles(writes) ? fileParameters(writes) : []),
  ];
}

function fileParameters(writes: readonly PendingWrite[]): unknown[] {
  const files = writes.flatMap(({ command }, index) =>
    command.files.map((file, place) => ({ message: index + 1, place: place + 1, ...file })),
  );
  return [
    writes.map(({ command }) => (command.files.length === 0 ? null : JSON.stringify(command.files))),
    files.map(({ message }) => message),
    files.map(({ place }) => place),
    files.map(({ id }) => id),
    files.map(({ mime }) => fileKindOf(mime)),
  ];
}
