import { inject, Service } from '@angular/core';
import type { Message } from '@parley/contracts';
import { ReactionWishes } from '@parley/web-core';
import type { Observable } from 'rxjs';
import { Conversation } from '../room/conversation';
import { MessagesApi } from '../room/messages-api';

/** One's own reactions to messages. */
@Service({ autoProvided: false })
export class Reactions extends ReactionWishes<Message> {
  private readonly api = inject(MessagesApi);
  private readonly conversation = inject(Conversation);

  protected put(id: string, emoji: string): Observable<Message> {
    return this.api.react(id, emoji);
  }

  protected takeBack(id: string, emoji: string): Observable<Message> {
    return this.api.takeBack(id, emoji);
  }

  protected hear(message: Message): void {
    this.conversation.hear([message]);
  }
}
