import { DestroyRef, effect, inject, Service, untracked } from '@angular/core';
import { Realtime } from '@parley/web-core';
import { ComposerState } from '../room/composer-state';
import { Conversation } from '../room/conversation';

/** Milliseconds after which others are told again that somebody is still writing; they forget it after twice that. */
const REPEAT_MS = 3_000;

/** Tells the others in the room that the person is writing. It is never worth trying again. */
@Service({ autoProvided: false })
export class TypingReporter {
  private readonly composer = inject(ComposerState);
  private readonly realtime = inject(Realtime);
  private readonly roomId = inject(Conversation).roomId;
  /** When it was told last; null while the others think that nobody writes here. */
  private toldAt: number | null = null;

  constructor() {
    effect(() => {
      if (this.composer.text().trim() === '' || this.composer.editing()) {
        untracked(() => this.stop());
      }
    });
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** The person has pressed a key. Changing an old message is nothing that the others wait for. */
  typed(): void {
    const isWriting = this.composer.text().trim() !== '' && !this.composer.editing();
    if (isWriting && (this.toldAt === null || performance.now() - this.toldAt >= REPEAT_MS)) {
      this.toldAt = performance.now();
      this.tell('typing:start');
    }
  }

  private stop(): void {
    if (this.toldAt !== null) {
      this.toldAt = null;
      this.tell('typing:stop');
    }
  }

  private tell(name: 'typing:start' | 'typing:stop'): void {
    this.realtime.command(name, { roomId: this.roomId }).catch(() => undefined);
  }
}
