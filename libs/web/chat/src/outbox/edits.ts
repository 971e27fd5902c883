import { DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import type { Message } from '@parley/contracts';
import { LocalDatabase, ProblemError, Realtime, type StoredEdit, TabLock } from '@parley/web-core';
import { liveQuery } from 'dexie';
import { firstValueFrom, Subject } from 'rxjs';
import { MessagesApi } from '../room/messages-api';

const RETRY_MS = 3_000;

/**
 * Other words for messages that the server does not have yet, for instance because there was no network. They are
 * shown at once, survive a reload, and are sent with the next connection; the latest ones of a message count.
 */
@Service()
export class Edits {
  private readonly api = inject(MessagesApi);
  private readonly lock = inject(TabLock);
  private readonly realtime = inject(Realtime);
  private readonly table = inject(LocalDatabase).edits;
  private readonly all = signal<ReadonlyMap<string, StoredEdit>>(new Map());
  private readonly done = new Subject<Message>();
  private retrying?: ReturnType<typeof setTimeout>;

  /** What has become of the messages. */
  readonly saved = this.done.asObservable();

  constructor() {
    // Other tabs write into the same table.
    const subscription = liveQuery(() => this.table.toArray()).subscribe({
      next: (edits) => this.all.set(new Map(edits.map((edit) => [edit.messageId, edit]))),
      // Without storage an edit waits in its box.
      error: () => undefined,
    });
    inject(DestroyRef).onDestroy(() => {
      subscription.unsubscribe();
      clearTimeout(this.retrying);
    });
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.sendAll());
      }
    });
  }

  /** A signal read. */
  of(messageId: string): StoredEdit | undefined {
    return this.all().get(messageId);
  }

  /** Resolves when it is safe on this device; rejects when it cannot be kept there. */
  async keep({ id, roomId }: Message, body: string): Promise<void> {
    const edit = { messageId: id, roomId, body, createdAt: Date.now() };
    await this.table.put(edit);
    this.all.update((all) => new Map(all).set(id, edit));
    void this.sendAll();
  }

  async retry(messageId: string): Promise<void> {
    await this.table.update(messageId, { problem: undefined });
    await this.sendAll();
  }

  async discard(messageId: string): Promise<void> {
    this.all.update((all) => new Map([...all].filter(([id]) => id !== messageId)));
    await this.table.delete(messageId);
  }

  /** By one tab at a time, each as it is on the disk then: another tab may have sent it meanwhile. */
  private sendAll(): Promise<void> {
    return this.lock.run('parley.edits', async () => {
      const waiting = await this.table.orderBy('createdAt').toArray();
      for (const edit of waiting.filter(({ problem }) => !problem)) {
        if (this.realtime.state() !== 'connected' || !(await this.send(edit))) {
          this.retryLater();
          return;
        }
      }
    });
  }

  /** @returns whether the next one may follow */
  private async send(edit: StoredEdit): Promise<boolean> {
    try {
      this.done.next(await firstValueFrom(this.api.edit(edit.messageId, edit.body)));
      await this.settle(edit);
      return true;
    } catch (error) {
      if (isRefused(error)) {
        await this.table.update(edit.messageId, { problem: error.problem });
        return true;
      }
      return false;
    }
  }

  /** Unless the person has found still better words meanwhile. */
  private async settle({ messageId, createdAt }: StoredEdit): Promise<void> {
    const latest = await this.table.get(messageId);
    if (latest?.createdAt === createdAt) {
      await this.discard(messageId);
    }
  }

  /** Without a connection, the next one begins it anew. */
  private retryLater(): void {
    clearTimeout(this.retrying);
    this.retrying = setTimeout(() => {
      if (this.realtime.state() === 'connected') {
        void this.sendAll();
      }
    }, RETRY_MS);
  }
}

/** For good: what concerns the session or the load of the server passes, and so does a break in the network. */
export function isRefused(error: unknown): error is ProblemError {
  return error instanceof ProblemError && !error.isRetryable && !/^(auth|server)\./.test(error.problem.code);
}
