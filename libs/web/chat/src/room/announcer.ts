import { effect, inject, Service, signal, untracked } from '@angular/core';
import type { Message } from '@parley/contracts';
import { Authors, Session } from '@parley/web-core';
import { SystemTexts } from '../system/system-texts';
import { Excerpts } from '../text/excerpts';
import { Conversation } from './conversation';

/** Says new messages of others to who does not see them: who wrote, then what. */
@Service({ autoProvided: false })
export class Announcer {
  private readonly authors = inject(Authors);
  private readonly systemTexts = inject(SystemTexts);
  private readonly conversation = inject(Conversation);
  private readonly excerpts = inject(Excerpts);
  private readonly ownId = inject(Session).me()?.id;
  private readonly said = signal('');
  private lastSeq = Infinity;

  readonly text = this.said.asReadonly();

  constructor() {
    effect(() => {
      const messages = this.conversation.messages();
      const isLive = this.conversation.isLive() && !this.conversation.hasAfter();
      untracked(() => {
        if (isLive) {
          const news = messages.slice(-5).filter(({ seq }) => seq > this.lastSeq);
          this.lastSeq = messages.at(-1)?.seq ?? 0;
          this.say(news.filter(({ authorId, deletedAt }) => authorId !== this.ownId && !deletedAt));
        }
      });
    });
  }

  private say(news: readonly Message[]): void {
    if (news.length > 0) {
      const texts = news.map((message) =>
        message.kind === 'system'
          ? this.systemTexts.of([message])
          : `${this.authors.get(message.authorId)?.displayName ?? ''}: ${this.excerpts.of(message)}`,
      );
      this.said.set(texts.join('\n'));
    }
  }
}
