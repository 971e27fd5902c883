import { effect, inject, Service, signal, untracked } from '@angular/core';
import { Session } from '@parley/web-core';
import { Authors } from '../people/authors';
import { excerptOf } from '../rooms/room-naming';
import { Conversation } from './conversation';

/** Says new messages of others to who does not see them: who wrote, then what. */
@Service({ autoProvided: false })
export class Announcer {
  private readonly authors = inject(Authors);
  private readonly conversation = inject(Conversation);
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

  private say(news: readonly { authorId: string; body: string }[]): void {
    if (news.length > 0) {
      const texts = news.map(
        ({ authorId, body }) => `${this.authors.get(authorId)?.displayName ?? ''}: ${excerptOf(body)}`,
      );
      this.said.set(texts.join('\n'));
    }
  }
}
