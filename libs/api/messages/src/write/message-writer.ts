import { setImmediate } from 'node:timers';
import { Injectable } from '@nestjs/common';
import { DomainEvents, DomainError, isForeignKeyViolation, isUniqueViolation } from '@parley/api-core';
import type { ErrorCode, Message } from '@parley/contracts';
import { MESSAGE_ID_INDEX } from '../message.entity.js';
import { MessagesChanged } from '../message.events.js';
import { MessageMapper } from '../message.mapper.js';
import { MessageRepository } from '../message.repository.js';
import type { MessageRow } from '../message.row.js';
import { MESSAGE_FILE_KEY } from '../files/message-file.entity.js';
import { MessageWriteRepository } from './message-write.repository.js';
import type { WriteRow } from './write-batch.statement.js';
import { fingerprintOf, type PendingWrite, type WriteCommand, type Written } from './write-command.js';
import { WriteLane } from './write-lane.js';

/** A room always has the same lane. More lanes use more connections, and make smaller batches. */
const LANES = 2;
/** More than this in one lane would wait for longer than a client does. */
const MOST_WAITING = 5_000;

const codeOfOutcome: Readonly<Partial<Record<WriteRow['outcome'], ErrorCode>>> = {
  mismatch: 'request.idempotency-mismatch',
  'room-not-found': 'room.not-found',
  'not-a-member': 'room.not-a-member',
  archived: 'room.archived',
  blocked: 'user.blocked',
  'not-allowed': 'room.forbidden',
  'too-soon': 'message.too-soon',
  'quoted-not-found': 'message.not-found',
};

/**
 * The way of every message into the database (docs/architecture.md, "The way of a message"). It numbers and
 * stores, once whatever is repeated, and announces after the commit.
 */
@Injectable()
export class MessageWriter {
  private readonly lanes: readonly WriteLane[];
  /** By id: what arrives twice at the same time is written once. */
  private readonly pending = new Map<string, { fingerprint: string; written: Promise<Written> }>();

  constructor(
    repository: MessageWriteRepository,
    private readonly messages: MessageRepository,
    private readonly mapper: MessageMapper,
    private readonly events: DomainEvents,
  ) {
    const settle = this.settle.bind(this);
    this.lanes = Array.from({ length: LANES }, () => new WriteLane(repository, settle));
  }

  /**
   * Resolves after the commit.
   * @throws DomainError, or what the database says when nobody knows whether it was written
   */
  async write(command: WriteCommand): Promise<Written> {
    const fingerprint = fingerprintOf(command);
    const twin = this.pending.get(command.id);
    if (twin && twin.fingerprint !== fingerprint) {
      throw new DomainError('request.idempotency-mismatch');
    }
    if (twin) {
      return { message: (await twin.written).message, isNew: false };
    }
    const written = this.enqueue(command, fingerprint);
    this.pending.set(command.id, { fingerprint, written });
    return written.finally(() => this.pending.delete(command.id));
  }

  private enqueue(command: WriteCommand, fingerprint: string): Promise<Written> {
    const lane = this.laneOf(command.roomId);
    if (lane.length >= MOST_WAITING) {
      return Promise.reject(new DomainError('server.unavailable', { retryAfterMs: 1_000 }));
    }
    return new Promise<Written>((resolve, reject) => {
      lane.add({ command, fingerprint, resolve, reject });
    }).catch((error: unknown) => this.answerTwin(command, fingerprint, error));
  }

  /** Another node may have written the same message between our look for it and our writing. */
  private async answerTwin(command: WriteCommand, fingerprint: string, error: unknown): Promise<Written> {
    if (isForeignKeyViolation(error, MESSAGE_FILE_KEY)) {
      // It was removed a moment ago.
      throw new DomainError('file.not-found');
    }
    const row = isUniqueViolation(error, MESSAGE_ID_INDEX) ? await this.messages.find(command.id) : null;
    if (!row) {
      throw error;
    }
    if (row.fingerprint !== fingerprint) {
      throw new DomainError('request.idempotency-mismatch');
    }
    return { message: this.mapper.toMessage(row), isNew: false };
  }

  private laneOf(roomId: string): WriteLane {
    // The last digits of a UUIDv7 are random.
    const lane = this.lanes[Number.parseInt(roomId.slice(-4), 16) % this.lanes.length];
    if (!lane) {
      throw new Error('Every room has a lane');
    }
    return lane;
  }

  /** Answers every command of a batch. The announcement follows the answers: senders go on while it is made. */
  private settle(writes: readonly PendingWrite[], rows: readonly WriteRow[]): void {
    const written: Message[] = [];
    const repeated: PendingWrite[] = [];
    writes.forEach((write, index) => {
      const row = rows[index];
      if (row?.outcome === 'written') {
        const message = this.mapper.toMessage(toWrittenRow(write.command, row));
        written.push(message);
        write.resolve({ message, isNew: true });
      } else if (row?.outcome === 'repeated') {
        repeated.push(write);
      } else {
        write.reject(refusalOf(row));
      }
    });
    void this.answerRepeated(repeated);
    setImmediate(() => this.announce(written));
  }

  private announce(written: readonly Message[]): void {
    for (const [roomId, messages] of Map.groupBy(written, (message) => message.roomId)) {
      void this.events.publish(new MessagesChanged(roomId, messages));
    }
  }

  private async answerRepeated(writes: readonly PendingWrite[]): Promise<void> {
    if (writes.length === 0) {
      return;
    }
    try {
      const rows = await this.messages.findAll(writes.map(({ command }) => command.id));
      const byId = new Map(rows.map((row) => [row.id, this.mapper.toMessage(row)]));
      for (const { command, resolve, reject } of writes) {
        const message = byId.get(command.id);
        if (message) {
          resolve({ message, isNew: false });
        } else {
          reject(new DomainError('room.not-found'));
        }
      }
    } catch (error) {
      writes.forEach(({ reject }) => reject(error));
    }
  }
}

function refusalOf(row: WriteRow | undefined): DomainError {
  const code = (row && codeOfOutcome[row.outcome]) ?? 'internal';
  return new DomainError(code, row?.outcome === 'too-soon' ? { retryAfterMs: row.waitMs ?? 0 } : {});
}

function toWrittenRow({ id, roomId, authorId, body, files }: WriteCommand, row: WriteRow): MessageRow {
  return {
    ...{ id, roomId, authorId, body, kind: 'text', fingerprint: '' },
    ...{ system: null, reactions: null, pinnedAt: null, editedAt: null, deletedAt: null },
    ...{ files: files.length === 0 ? null : [...files] },
    ...row,
  };
}
