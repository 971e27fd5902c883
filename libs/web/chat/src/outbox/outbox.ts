import { DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Message, Problem, SendMessageCommand } from '@parley/contracts';
import { LocalDatabase, type OutboxEntry, ProblemError, Realtime, TabLock } from '@parley/web-core';
import { liveQuery } from 'dexie';
import { Subject } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { Attachments } from '../attachments/attachments';

const RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/**
 * What people wrote and the server has not confirmed. It is on the disk before it is sent, keeps its id, and is sent
 * until the server has it or refuses it: in the order of writing, one at a time in each room, by one tab at a time.
 */
@Service()
export class Outbox {
  private readonly attachments = inject(Attachments);
  private readonly realtime = inject(Realtime);
  private readonly lock = inject(TabLock);
  private readonly table = inject(LocalDatabase).outbox;

  private readonly all = signal<readonly OutboxEntry[]>([]);
  private readonly stored = new Subject<Message>();
  /** Not on the disk, either not yet or because there is no room for it. */
  private readonly unsaved = new Map<string, OutboxEntry>();
  private readonly settled = new Set<string>();
  private readonly queues = new Map<string, Promise<void>>();
  private readonly retries = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly failures = new Map<string, number>();
  private lastTime = 0;

  /** Of all rooms, in the order of writing. */
  readonly entries = this.all.asReadonly();
  /** What has become of them. */
  readonly sent = this.stored.asObservable();

  constructor() {
    // Other tabs write into the same table.
    const subscription = liveQuery(() => this.table.orderBy('createdAt').toArray()).subscribe({
      next: (saved) => this.adopt(saved),
      // Without storage everything still works until the page is closed.
      error: () => this.adopt([]),
    });
    inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.sendAll());
      }
    });
    this.realtime
      .events('message:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ messages }) => this.recognise(messages));
    this.attachments.uploaded.pipe(takeUntilDestroyed()).subscribe((roomId) => void this.drain(roomId));
  }

  /** Resolves when it is safe on this device; sending goes on after that. */
  async send(roomId: string, body: string, replyToId?: string): Promise<void> {
    await this.keep({ id: uuidv7(), roomId, body, ...(replyToId && { replyToId }) });
  }

  /** As `send`, with files that are on the server already. */
  async forward(roomId: string, body: string, fileIds: string[]): Promise<void> {
    await this.keep({ id: uuidv7(), roomId, body, ...(fileIds.length > 0 && { fileIds }) });
  }

  /** As `send`, with what is attached in the box of the room. It goes out when all of that has arrived. */
  async sendWithFiles(roomId: string, body: string, replyToId?: string): Promise<void> {
    const command = { id: uuidv7(), roomId, body, ...(replyToId && { replyToId }) };
    const handed = this.attachments.hand(roomId, command.id);
    await Promise.all([handed, this.keep(command, true)]);
  }

  private async keep(command: SendMessageCommand, hasFiles = false): Promise<void> {
    const { id, roomId } = command;
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    await this.save({ id, roomId, command, createdAt: this.lastTime, ...(hasFiles && { hasFiles }) });
    void this.drain(roomId);
  }

  async retry(id: string): Promise<void> {
    const entry = this.all().find((other) => other.id === id);
    if (entry) {
      this.attachments.retryAll(id);
      const { problem: _, ...again } = entry;
      await this.save(again);
      void this.drain(entry.roomId);
    }
  }

  /** Only what was refused or never sent may be taken away: of anything else nobody knows whether it arrived. */
  async discard(id: string): Promise<void> {
    await this.settle(id);
  }

  /** What the server tells of is no longer on its way, even if the acknowledgement was lost. */
  recognise(messages: readonly Message[]): void {
    const waiting = new Set(this.all().map(({ id }) => id));
    for (const { id } of messages) {
      if (waiting.has(id)) {
        void this.settle(id);
      }
    }
  }

  private async sendAll(): Promise<void> {
    const saved = await this.table.toArray().catch(() => []);
    for (const roomId of new Set([...saved, ...this.unsaved.values()].map((entry) => entry.roomId))) {
      void this.drain(roomId);
    }
  }

  /** One after the other: whoever comes later finds what the one before has left. */
  private drain(roomId: string): Promise<void> {
    const before = this.queues.get(roomId) ?? Promise.resolve();
    const next = before.then(() => this.lock.run(`parley.outbox.${roomId}`, () => this.sendQueued(roomId)));
    this.queues.set(roomId, next);
    return next;
  }

  private async sendQueued(roomId: string): Promise<void> {
    let entry = await this.next(roomId);
    while (entry && this.realtime.state() === 'connected' && (await this.deliver(entry))) {
      entry = await this.next(roomId);
    }
  }

  /**
   * Read from the disk each time, because another tab may have sent it meanwhile. What waits for its files lets others
   * go first.
   */
  private async next(roomId: string): Promise<OutboxEntry | undefined> {
    for (const entry of await this.waiting(roomId)) {
      const complete = await this.completed(entry);
      if (complete) {
        return complete;
      }
    }
    return undefined;
  }

  private async waiting(roomId: string): Promise<OutboxEntry[]> {
    const saved = await this.table
      .where({ roomId })
      .toArray()
      .catch(() => []);
    const known = new Map([...saved, ...this.unsaved.values()].map((entry) => [entry.id, entry]));
    return inOrder([...known.values()]).filter(
      (entry) => entry.roomId === roomId && !entry.problem && !this.settled.has(entry.id),
    );
  }

  /** On the disk with the names of its files before it is sent: sent again it must be the same. */
  private async completed(entry: OutboxEntry): Promise<OutboxEntry | null> {
    if (!entry.hasFiles || entry.command.fileIds) {
      return entry;
    }
    const fileIds = await this.attachments.fileIds(entry.id);
    if (!fileIds || this.settled.has(entry.id)) {
      return null;
    }
    const complete = { ...entry, command: { ...entry.command, fileIds } };
    await this.save(complete);
    return complete;
  }

  /** @returns whether the next one may follow */
  private async deliver(entry: OutboxEntry): Promise<boolean> {
    try {
      this.stored.next(await this.realtime.command('message:send', entry.command));
      await this.settle(entry.id);
      this.failures.delete(entry.roomId);
      return true;
    } catch (error) {
      if (isFinal(error)) {
        await this.refuse(entry, error.problem);
        return true;
      }
      // Nobody knows whether it arrived: the same id again, after a while or with the next connection.
      this.retryLater(entry.roomId, error);
      return false;
    }
  }

  private async refuse(entry: OutboxEntry, problem: Problem): Promise<void> {
    const { fileIds: _, ...command } = entry.command;
    const isForgotten = entry.hasFiles && problem.code === 'file.not-found';
    await this.save({ ...entry, problem, ...(isForgotten && { command }) });
    if (isForgotten) {
      // It waited for so long that the server has thrown them away: the next attempt brings them anew.
      await this.attachments.forgetUploads(entry.id);
    }
  }

  private retryLater(roomId: string, error: unknown): void {
    const failures = (this.failures.get(roomId) ?? 0) + 1;
    this.failures.set(roomId, failures);
    const asked = error instanceof ProblemError && 'retryAfterMs' in error.problem;
    const wait = asked ? (error.problem.retryAfterMs ?? 0) : 0;
    clearTimeout(this.retries.get(roomId));
    this.retries.set(
      roomId,
      setTimeout(
        () => void this.drain(roomId),
        Math.max(wait, Math.min(RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS)),
      ),
    );
  }

  private async save(entry: OutboxEntry): Promise<void> {
    this.unsaved.set(entry.id, entry);
    this.all.update((entries) => inOrder([...entries.filter(({ id }) => id !== entry.id), entry]));
    try {
      await this.table.put(entry);
      this.unsaved.delete(entry.id);
    } catch {
      // It stays in memory and is sent from there.
    }
  }

  private async settle(id: string): Promise<void> {
    this.settled.add(id);
    this.unsaved.delete(id);
    const hadFiles = this.all().some((entry) => entry.id === id && entry.hasFiles);
    this.all.update((entries) => entries.filter((entry) => entry.id !== id));
    if (hadFiles) {
      await this.attachments.release(id);
    }
    // At worst it is sent again after a reload, which the server recognises by the id.
    await this.table.delete(id).catch(() => undefined);
  }

  private adopt(saved: readonly OutboxEntry[]): void {
    const known = new Map([...saved, ...this.unsaved.values()].map((entry) => [entry.id, entry]));
    this.all.set(inOrder([...known.values()].filter(({ id }) => !this.settled.has(id))));
  }
}

/** Refused for good. What concerns the session or the load of the server passes. */
function isFinal(error: unknown): error is ProblemError {
  return error instanceof ProblemError && !error.isRetryable && !error.problem.code.startsWith('auth.');
}

function inOrder(entries: readonly OutboxEntry[]): OutboxEntry[] {
  return [...entries].sort((a, b) => a.createdAt - b.createdAt);
}
