import { inject, signal } from '@angular/core';
import type { Reaction } from '@parley/contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { Notices } from '../errors/notices';
import { Session } from '../session/session';
import { type ShownReaction, shownReactions } from './shown-reactions';

type Wishes = ReadonlyMap<string, boolean>;
const NONE: Wishes = new Map();

/** What can be reacted to. */
export interface Reactable {
  readonly id: string;
  readonly reactions: readonly Reaction[];
}

/** One's own reactions: they show at once, and are taken back when the server does not want them. */
export abstract class ReactionWishes<T extends Reactable> {
  private readonly notices = inject(Notices);
  private readonly ownId = inject(Session).me()?.id ?? '';
  /** What is wanted and not confirmed, by id of what is reacted to and by emoji. */
  private readonly wishes = signal<ReadonlyMap<string, Wishes>>(new Map());
  private readonly underWay = new Set<string>();

  protected abstract put(id: string, emoji: string): Observable<T>;
  protected abstract takeBack(id: string, emoji: string): Observable<T>;
  /** The answer of the server: the newest version. */
  protected abstract hear(answer: T): void;

  /** A signal read. */
  of({ id, reactions }: Reactable): readonly ShownReaction[] {
    const wanted = this.wishes().get(id) ?? NONE;
    return reactions.length === 0 && wanted.size === 0 ? [] : shownReactions(reactions, wanted, this.ownId);
  }

  async toggle(target: Reactable, emoji: string): Promise<void> {
    const isOwn = this.of(target).some((reaction) => reaction.emoji === emoji && reaction.isOwn);
    this.wish(target.id, emoji, !isOwn);
    const key = `${target.id} ${emoji}`;
    if (!this.underWay.has(key)) {
      this.underWay.add(key);
      await this.send(target.id, emoji);
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
        this.hear(await firstValueFrom(wanted ? this.put(id, emoji) : this.takeBack(id, emoji)));
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
