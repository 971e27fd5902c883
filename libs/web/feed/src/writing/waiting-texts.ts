import { DestroyRef, effect, inject, signal, untracked } from '@angular/core';
import type { Problem } from '@parley/contracts';
import { LocalDatabase, ProblemError, Realtime } from '@parley/web-core';
import { firstValueFrom, type Observable, Subject } from 'rxjs';

const RETRY_MS = 2_000;

/** Something written that the server has not confirmed yet. Its id never changes, so it can be sent again. */
export interface WaitingText {
  readonly id: string;
  readonly body: string;
  /** By the clock of this device, in milliseconds. */
  readonly createdAt: number;
  /** Why the server refused it. */
  readonly problem?: Problem;
}

/**
 * What people wrote and the server has not confirmed. It is on the disk before it is sent, keeps its id, and is sent
 * in the order of writing until the server has it or refuses it. Other tabs may send it too: the id makes it one.
 */
export abstract class WaitingTexts<W extends WaitingText, Sent> {
  private readonly realtime = inject(Realtime);
  private readonly table = inject(LocalDatabase).values;
  private readonly all = signal<readonly W[]>([]);
  private readonly done = new Subject<Sent>();
  private readonly settled = new Set<string>();
  private isSending = false;
  private isOver = false;
  private retrying: ReturnType<typeof setTimeout> | undefined;

  /** In the order of writing. */
  readonly entries = this.all.asReadonly();
  /** What has become of them. */
  readonly sent = this.done.asObservable();

  /** Of what is on the disk, such as `outbox.posts.`. */
  protected abstract readonly prefix: string;
  protected abstract send(entry: W): Observable<Sent>;

  constructor() {
    queueMicrotask(() => void this.load());
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.sendAll());
      }
    });
    inject(DestroyRef).onDestroy(() => {
      this.isOver = true;
      clearTimeout(this.retrying);
    });
  }

  async add(entry: W): Promise<void> {
    this.put(entry);
    await this.save(entry);
    void this.sendAll();
  }

  async retry(id: string): Promise<void> {
    const entry = this.all().find((other) => other.id === id);
    if (entry) {
      await this.add({ ...entry, problem: undefined });
    }
  }

  /** Only what was refused may be taken away: of anything else nobody knows whether it arrived. */
  discard(id: string): void {
    this.settled.add(id);
    this.all.update((entries) => entries.filter((entry) => entry.id !== id));
    // At worst it is sent again after a reload, which the server recognises by the id.
    this.table.delete(this.prefix + id).catch(() => undefined);
  }

  private async load(): Promise<void> {
    const saved = await this.table
      .where('key')
      .startsWith(this.prefix)
      .toArray()
      // Without storage everything still works until the page is closed.
      .catch(() => []);
    // Nobody else writes under this prefix.
    const entries = saved.map(({ value }) => value as W);
    // What happened while it was read is newer.
    const known = new Set([...this.settled, ...this.all().map(({ id }) => id)]);
    entries.filter(({ id }) => !known.has(id)).forEach((entry) => this.put(entry));
    await this.sendAll();
  }

  private async sendAll(): Promise<void> {
    if (this.isSending || this.isOver) {
      return;
    }
    this.isSending = true;
    clearTimeout(this.retrying);
    let entry = this.next();
    while (entry && (await this.deliver(entry))) {
      entry = this.next();
    }
    this.isSending = false;
    if (entry) {
      this.retrying = setTimeout(() => void this.sendAll(), RETRY_MS);
    }
  }

  private next(): W | undefined {
    return this.all().find(({ problem }) => !problem);
  }

  /** @returns whether the next one may follow */
  private async deliver(entry: W): Promise<boolean> {
    if (this.realtime.state() === 'offline') {
      return false;
    }
    try {
      const answer = await firstValueFrom(this.send(entry));
      this.done.next(answer);
      this.discard(entry.id);
      return true;
    } catch (error) {
      if (!isFinal(error)) {
        // Nobody knows whether it arrived: the same id again, after a while or with the next connection.
        return false;
      }
      const refused = { ...entry, problem: error.problem };
      this.put(refused);
      await this.save(refused);
      return true;
    }
  }

  private put(entry: W): void {
    this.all.update((entries) =>
      [...entries.filter(({ id }) => id !== entry.id), entry].sort((a, b) => a.createdAt - b.createdAt),
    );
  }

  private async save(entry: W): Promise<void> {
    await this.table.put({ key: this.prefix + entry.id, value: entry }).catch(() => undefined);
  }
}

/** For good: what concerns the session or the load of the server passes, and so does a break in the network. */
function isFinal(error: unknown): error is ProblemError {
  return (
    error instanceof ProblemError &&
    !/^(auth|server)\.|^internal$|^request\.rate-limited$/.test(error.problem.code)
  );
}
