import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Presence } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Realtime } from '../realtime/realtime';

/** Whoever scrolls passes many people; the server is told of those who stay. */
const TELL_AFTER_MS = 200;

/** How the people on screen are. The server tells only of those who are watched. */
@Service()
export class Presences {
  private readonly realtime = inject(Realtime);
  private readonly known = signal<ReadonlyMap<string, Presence>>(new Map());
  private readonly isConnected = computed(() => this.realtime.state() === 'connected');
  /** How many places on screen show each of them. */
  private readonly watched = new Map<string, number>();
  private telling?: ReturnType<typeof setTimeout>;
  private told = '';

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => this.begin());
      }
    });
    this.realtime
      .events('presence:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ items }) => this.remember(items));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.telling));
  }

  /** A signal read. Undefined for whom nobody watches, and while there is no connection. */
  of(userId: string): Presence | undefined {
    return this.isConnected() ? this.known().get(userId) : undefined;
  }

  /** @returns what ends it */
  watch(userId: string): () => void {
    this.watched.set(userId, (this.watched.get(userId) ?? 0) + 1);
    this.tellSoon();
    return () => {
      const count = (this.watched.get(userId) ?? 0) - 1;
      if (count > 0) {
        this.watched.set(userId, count);
      } else {
        this.watched.delete(userId);
        this.tellSoon();
      }
    };
  }

  /** A new connection watches nobody, and what was known before may be old. */
  private begin(): void {
    this.known.set(new Map());
    this.told = '';
    this.tellSoon();
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      void this.tell();
    }, TELL_AFTER_MS);
  }

  private async tell(): Promise<void> {
    const userIds = [...this.watched.keys()].slice(-limits.presence.watched).sort();
    if (userIds.join() === this.told || !untracked(this.isConnected)) {
      return;
    }
    this.told = userIds.join();
    try {
      this.remember((await this.realtime.command('presence:watch', { userIds })).items);
    } catch {
      // Asked again with the next connection, or the next person who comes into view.
      this.told = '';
    }
  }

  private remember(items: readonly Presence[]): void {
    this.known.update((known) => new Map([...known, ...items.map((item) => [item.userId, item] as const)]));
  }
}
