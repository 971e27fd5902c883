import { DestroyRef, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { TypingChanged } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Realtime } from '../realtime/realtime';

const NOBODY: readonly string[] = [];

/** Who is writing in which room or under which post, as far as this page was told. Whoever says nothing more has stopped. */
@Service()
export class Typists {
  private readonly places = signal<ReadonlyMap<string, readonly string[]>>(new Map());
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
    realtime
      .events('comment:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(
        ({ comment: { postId, author, seq, change } }) => seq === change && this.end(postId, author.id),
      );
    inject(DestroyRef).onDestroy(() => this.endings.forEach((ending) => clearTimeout(ending)));
  }

  /** A signal read: ids of people, the one who began first in front. */
  in(placeId: string): readonly string[] {
    return this.places().get(placeId) ?? NOBODY;
  }

  private hear({ roomId, postId, userId, typing }: TypingChanged): void {
    const placeId = roomId ?? postId ?? '';
    this.end(placeId, userId, typing);
    if (typing) {
      const ending = setTimeout(() => this.end(placeId, userId), limits.typing.expiresAfter);
      this.endings.set(keyOf(placeId, userId), ending);
      this.update(placeId, (ids) => (ids.includes(userId) ? ids : [...ids, userId]));
    }
  }

  private end(placeId: string, userId: string, goesOn = false): void {
    if (this.endings.size === 0) {
      return;
    }
    clearTimeout(this.endings.get(keyOf(placeId, userId)));
    if (this.endings.delete(keyOf(placeId, userId)) && !goesOn) {
      this.update(placeId, (ids) => ids.filter((id) => id !== userId));
    }
  }

  private update(placeId: string, next: (ids: readonly string[]) => readonly string[]): void {
    const before = untracked(this.places).get(placeId) ?? NOBODY;
    const after = next(before);
    if (after !== before) {
      this.places.update((places) => new Map(places).set(placeId, after));
    }
  }
}

function keyOf(placeId: string, userId: string): string {
  return `${placeId} ${userId}`;
}
