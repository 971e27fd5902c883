import { inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Message } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { Subject } from 'rxjs';
import { Conversation } from './conversation';

const HIGHLIGHT_MS = 2_500;

/** Goes to messages of the room, wherever they are: what is not loaded is loaded. */
@Service({ autoProvided: false })
export class Jumps {
  private readonly conversation = inject(Conversation);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly lit = signal('');
  private readonly found = new Subject<string>();

  /** The id of the message that somebody was just taken to. */
  readonly highlighted = this.lit.asReadonly();
  /** The ids of messages that are to be in the middle of the log. */
  readonly arrivals = this.found.asObservable();

  async to(seq: number): Promise<void> {
    if (await this.conversation.loadAround(seq)) {
      this.arrive(this.conversation.at(seq)?.id ?? '');
    } else {
      void this.notices.show(this.transloco.translate('chat.message.notFound'));
    }
  }

  async toQuoted({ replyTo }: Message): Promise<void> {
    const quoted = this.conversation.messages().find(({ id }) => id === replyTo?.id);
    if (quoted) {
      this.arrive(quoted.id);
    } else if (replyTo) {
      await this.searchUpwards(replyTo.id);
    }
  }

  /** A quote knows no number, so older pages are loaded until it is there. */
  private async searchUpwards(id: string): Promise<void> {
    while (await this.conversation.loadBefore()) {
      if (this.conversation.messages().some((message) => message.id === id)) {
        this.arrive(id);
        return;
      }
    }
  }

  private arrive(key: string): void {
    this.found.next(key);
    this.lit.set(key);
    setTimeout(() => this.lit.update((now) => (now === key ? '' : now)), HIGHLIGHT_MS);
  }
}
