import { setImmediate } from 'node:timers';
import { DomainError, isDataError } from '@parley/api-core';
import type { MessageWriteRepository } from './message-write.repository.js';
import type { WriteRow } from './write-batch.statement.js';
import type { PendingWrite } from './write-command.js';

const LARGEST_BATCH = 256;

/** Takes what a batch became: all rows of one commit together. */
export type Settle = (writes: readonly PendingWrite[], rows: readonly WriteRow[]) => void;

/**
 * Group commit: what arrives while a batch is being written becomes the next batch. An idle lane writes at
 * once; no timer is involved. The messages of a room are written in the order in which they came.
 */
export class WriteLane {
  private waiting: PendingWrite[] = [];
  private isWriting = false;
  private isScheduled = false;
  /** Rooms that somebody else has locked: their messages wait for themselves alone. */
  private readonly busyRooms = new Set<string>();

  constructor(
    private readonly repository: MessageWriteRepository,
    private readonly settle: Settle,
  ) {}

  get length(): number {
    return this.waiting.length;
  }

  add(write: PendingWrite): void {
    this.waiting.push(write);
    this.schedule();
  }

  /** After the input that has already arrived: all of it fits into the same batch. */
  private schedule(): void {
    if (!this.isWriting && !this.isScheduled) {
      this.isScheduled = true;
      setImmediate(() => {
        this.isScheduled = false;
        void this.writeNext();
      });
    }
  }

  private async writeNext(): Promise<void> {
    const batch = this.takeBatch();
    if (batch.length === 0) {
      return;
    }
    this.isWriting = true;
    const busy = await this.write(batch, (writes) => this.repository.writeWhatIsFree(writes));
    for (const [roomId, writes] of Map.groupBy(busy, ({ command }) => command.roomId)) {
      void this.writeBusyRoom(roomId, writes);
    }
    // Behind the announcement. While it went out the writers have had their answers, and what they write now
    // belongs into the next batch: with twice as many messages in each, everybody gets half as many frames.
    setImmediate(() => {
      this.isWriting = false;
      this.schedule();
    });
  }

  private takeBatch(): PendingWrite[] {
    if (this.busyRooms.size === 0) {
      return this.waiting.splice(0, LARGEST_BATCH);
    }
    const isFree = ({ command }: PendingWrite) => !this.busyRooms.has(command.roomId);
    const batch = this.waiting.filter(isFree).slice(0, LARGEST_BATCH);
    const taken = new Set(batch);
    this.waiting = this.waiting.filter((write) => !taken.has(write));
    return batch;
  }

  private async writeBusyRoom(roomId: string, writes: readonly PendingWrite[]): Promise<void> {
    this.busyRooms.add(roomId);
    const unwritten = await this.write(writes, (all) => this.repository.writeAll(all));
    unwritten.forEach(({ reject }) => reject(new DomainError('server.unavailable', { retryAfterMs: 1_000 })));
    this.busyRooms.delete(roomId);
    this.schedule();
  }

  /** Every promise is settled here, but for those of busy rooms, which are returned. */
  private async write(
    writes: readonly PendingWrite[],
    statement: (writes: readonly PendingWrite[]) => Promise<WriteRow[]>,
  ): Promise<PendingWrite[]> {
    try {
      const rows = await statement(writes);
      const isBusy = (_: unknown, index: number) => rows[index]?.outcome === 'busy';
      this.settle(
        writes.filter((write, index) => !isBusy(write, index)),
        rows.filter(({ outcome }) => outcome !== 'busy'),
      );
      return writes.filter(isBusy);
    } catch (error) {
      if (writes.length > 1 && isDataError(error)) {
        // One of them is to blame, for instance a twin that another node has just written.
        return this.writeOneByOne(writes, statement);
      }
      writes.forEach(({ reject }) => reject(error));
      return [];
    }
  }

  private async writeOneByOne(
    writes: readonly PendingWrite[],
    statement: (writes: readonly PendingWrite[]) => Promise<WriteRow[]>,
  ): Promise<PendingWrite[]> {
    const busy: PendingWrite[] = [];
    for (const write of writes) {
      // What follows in the same room must not overtake what waits.
      const mustWait = busy.some(({ command }) => command.roomId === write.command.roomId);
      busy.push(...(mustWait ? [write] : await this.write([write], statement)));
    }
    return busy;
  }
}
