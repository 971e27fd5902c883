import { DestroyRef, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { TypingChanged } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Realtime } from '@parley/web-core';

const NOBODY: readonly string[] = [];

/** Who is writing in which room, as far as this page was told. Whoever says nothing more has stopped. */
@Service()
export class Typists {
  private readonly rooms = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  private readonly endings = new Map<string, ReturnType<typeof setTimeout>>();

  constructor() {
    const realtime = inject(Realtime);
    realtime
      .events('typing:changed')
      .pipe(takeUntilDestroyed())
      .subscribe((changed) => this.hear(changed));
    realtime
      .events('message:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ roomId, messages }) => messages.forEach(({ authorId }) => this.end(roomId, authorId)));
    inject(DestroyRef).onDestroy(() => this.endings.forEach((ending) => clearTimeout(ending)));
  }

  /** A signal read: ids of people, the one who began first in front. */
  in(roomId: string): readonly string[] {
    return this.rooms().get(roomId) ?? NOBODY;
  }

  private hear({ roomId, userId, typing }: TypingChanged): void {
    this.end(roomId, userId, typing);
    if (typing) {
      const ending = setTimeout(() => this.end(roomId, userId), limits.typing.expiresAfter);
      this.endings.set(keyOf(roomId, userId), ending);
      this.update(roomId, (ids) => (ids.includes(userId) ? ids : [...ids, userId]));
    }
  }

  private end(roomId: string, userId: string, goesOn = false): void {
    if (this.endings.size === 0) {
      return;
    }
    clearTimeout(this.endings.get(keyOf(roomId, userId)));
    if (this.endings.delete(keyOf(roomId, userId)) && !goesOn) {
      this.update(roomId, (ids) => ids.filter((id) => id !== userId));
    }
  }

  private update(roomId: string, next: (ids: readonly string[]) => readonly string[]): void {
    const before = untracked(this.rooms).get(roomId) ?? NOBODY;
    const after = next(before);
    if (after !== before) {
      this.rooms.update((rooms) => new Map(rooms).set(roomId, after));
    }
  }
}

function keyOf(roomId: string, userId: string): string {
  return `${roomId} ${userId}`;
}
