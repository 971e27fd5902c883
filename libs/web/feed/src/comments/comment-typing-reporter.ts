import { DestroyRef, inject, Service } from '@angular/core';
import { Realtime } from '@parley/web-core';

/** Milliseconds after which others are told again that somebody is still writing; they forget it after twice that. */
const REPEAT_MS = 3_000;

/** Tells those who look at a post that the person is writing. It is never worth trying again. */
@Service({ autoProvided: false })
export class CommentTypingReporter {
  private readonly realtime = inject(Realtime);
  /** Where and when it was told last; null while the others think that nobody writes here. */
  private told: { readonly postId: string; readonly at: number } | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** @param text what is in the box now */
  typed(postId: string, text: string): void {
    if (text.trim() === '' || (this.told && this.told.postId !== postId)) {
      this.stop();
    }
    if (text.trim() !== '' && (!this.told || performance.now() - this.told.at >= REPEAT_MS)) {
      this.told = { postId, at: performance.now() };
      this.tell('typing:start', postId);
    }
  }

  private stop(): void {
    if (this.told) {
      this.tell('typing:stop', this.told.postId);
      this.told = null;
    }
  }

  private tell(name: 'typing:start' | 'typing:stop', postId: string): void {
    this.realtime.command(name, { postId }).catch(() => undefined);
  }
}
