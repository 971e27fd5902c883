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
  private readonly origin = signal<number | null>(null);
  private readonly absent = signal(false);

  /** The id of the message that somebody was just taken to. */
  readonly highlighted = this.lit.asReadonly();
  /** The ids of messages that are to be in the middle of the log. */
  readonly arrivals = this.found.asObservable();
  /** The number of the message from which somebody has jumped away. */
  readonly backTo = this.origin.asReadonly();

  /** The address points at a message that is not there. */
  readonly isAbsent = this.absent.asReadonly();

  /** To the message that the address points at; null when it points at the room. */
  async toAddress(seq: number | null): Promise<void> {
    this.absent.set(seq !== null && (seq < 1 || seq > this.conversation.lastSeq()));
    if (seq !== null && !this.absent()) {
      await this.to(seq);
    }
  }

  async to(seq: number): Promise<void> {
    if (await this.conversation.loadAround(seq)) {
      this.arrive(this.conversation.at(seq)?.id ?? '');
    } else {
      void this.notices.show(this.transloco.translate('chat.message.notFound'));
    }
  }

  /** From one message to the one that it quotes or tells of. */
  async from({ seq }: Pick<Message, 'seq'>, target: number): Promise<void> {
    this.origin.update((origin) => origin ?? seq);
    await this.to(target);
  }

  async back(): Promise<void> {
    const origin = this.origin();
    this.origin.set(null);
    if (origin !== null) {
      await this.to(origin);
    }
  }

  /** Whoever goes elsewhere does not want to go back. */
  forgetOrigin(): void {
    this.origin.set(null);
  }

  private arrive(key: string): void {
    this.found.next(key);
    this.lit.set(key);
    setTimeout(() => this.lit.update((now) => (now === key ? '' : now)), HIGHLIGHT_MS);
  }
}
