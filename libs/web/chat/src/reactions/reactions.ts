import { inject, Service, signal } from '@angular/core';
import type { Message } from '@parley/contracts';
import { Notices, Session } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { Conversation } from '../room/conversation';
import { MessagesApi } from '../room/messages-api';
import { type ShownReaction, shownReactions } from './shown-reactions';

type Wishes = ReadonlyMap<string, boolean>;
const NONE: Wishes = new Map();

/** One's own reactions: they show at once, and are taken back when the server does not want them. */
@Service({ autoProvided: false })
export class Reactions {
  private readonly api = inject(MessagesApi);
  private readonly conversation = inject(Conversation);
  private readonly notices = inject(Notices);
  private readonly ownId = inject(Session).me()?.id ?? '';
  /** What is wanted and not confirmed, by id of the message and by emoji. */
  private readonly wishes = signal<ReadonlyMap<string, Wishes>>(new Map());
  private readonly underWay = new Set<string>();

  /** A signal read. */
  of({ id, reactions }: Message): readonly ShownReaction[] {
    const wanted = this.wishes().get(id) ?? NONE;
    return reactions.length === 0 && wanted.size === 0 ? [] : shownReactions(reactions, wanted, this.ownId);
  }

  async toggle(message: Message, emoji: string): Promise<void> {
    const isOwn = this.of(message).some((reaction) => reaction.emoji === emoji && reaction.isOwn);
    this.wish(message.id, emoji, !isOwn);
    const key = `${message.id} ${emoji}`;
    if (!this.underWay.has(key)) {
      this.underWay.add(key);
      await this.send(message.id, emoji);
      this.underWay.delete(key);
    }
  }

  /** Until the server has what was wanted last: somebody may change their mind while the first wish is under way. */
  private async send(id: string, emoji: string): Promise<void> {
    let sent: boolean | undefined;
    let wanted = this.wishes().get(id)?.get(emoji);
    try {
      while (wanted !== undefined && wanted !== sent) {
        sent = wanted;
        const answer = wanted ? this.api.react(id, emoji) : this.api.takeBack(id, emoji);
        this.conversation.hear([await firstValueFrom(answer)]);
        wanted = this.wishes().get(id)?.get(emoji);
      }
    } catch (error) {
      this.notices.showError(error);
    }
    this.wish(id, emoji, undefined);
  }

  private wish(id: string, emoji: string, wanted: boolean | undefined): void {
    this.wishes.update((wishes) => {
      const others = new Map([...(wishes.get(id) ?? NONE)].filter(([other]) => other !== emoji));
      const all = new Map(wishes);
      all.set(id, wanted === undefined ? others : others.set(emoji, wanted));
      if (all.get(id)?.size === 0) {
        all.delete(id);
      }
      return all;
    });
  }
}
