import { computed, effect, inject, linkedSignal, Service, signal } from '@angular/core';
import { Locale } from '@parley/web-core';
import { countdownText, durationText } from '../dates/duration-text';
import { Conversation } from './conversation';
import { RoomRights } from './room-rights';

const TICK_MS = 250;

/** How long the person must wait before they may write again. The server decides; this spares them the refusal. */
@Service({ autoProvided: false })
export class SlowMode {
  private readonly conversation = inject(Conversation);
  private readonly locale = inject(Locale);
  private readonly rights = inject(RoomRights);
  private readonly now = signal(Date.now());

  /** Between two messages; 0 where the person may write at any time. */
  private readonly seconds = computed(() =>
    this.rights.isAdmin() ? 0 : (this.rights.room()?.slowModeSeconds ?? 0),
  );
  private readonly lastOwn = computed(() => {
    const { ownId } = this.rights;
    return this.seconds() === 0
      ? undefined
      : this.conversation.messages().findLast(({ authorId, kind }) => authorId === ownId && kind === 'text');
  });
  /**
   * By the clock of this device, taken when the message was first seen here: a clock that goes wrong makes the wait
   * shorter or longer by at most its length.
   */
  private readonly endsAt = linkedSignal<{ id: string; wroteAt: number; seconds: number }, number>({
    source: () => {
      const { id = '', createdAt = '' } = this.lastOwn() ?? {};
      return { id, wroteAt: Date.parse(createdAt), seconds: this.seconds() };
    },
    computation: ({ id, wroteAt, seconds }, previous) => {
      if (previous?.source.id === id && previous.source.seconds === seconds) {
        return previous.value;
      }
      const left = Math.min(wroteAt + seconds * 1_000 - Date.now(), seconds * 1_000);
      return left > 0 ? Date.now() + left : 0;
    },
  });
  /** Seconds until the person may write. */
  readonly left = computed(() => {
    const left = Math.ceil((this.endsAt() - this.now()) / 1_000);
    return Math.max(0, Math.min(left, this.seconds()));
  });
  readonly isOn = computed(() => this.seconds() > 0);
  /** Also while a message waits for its turn: a second one would only wait behind it. */
  readonly mustWait = computed(
    () => this.isOn() && (this.left() > 0 || this.conversation.unsent().some(({ problem }) => !problem)),
  );
  readonly pace = computed(() => durationText(this.seconds(), this.locale.tag()));
  readonly countdown = computed(() => countdownText(this.left(), this.locale.tag()));

  constructor() {
    effect((onCleanup) => {
      if (this.endsAt() > this.now()) {
        const timer = setTimeout(() => this.now.set(Date.now()), TICK_MS);
        onCleanup(() => clearTimeout(timer));
      }
    });
  }
}
