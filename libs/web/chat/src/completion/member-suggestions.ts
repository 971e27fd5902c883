import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import type { MemberPage, User } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Authors, Session } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { Conversation } from '../room/conversation';
import { matchingPeople } from './people-ranking';

const ASK_AFTER_MS = 150;
const RECENT_MESSAGES = 200;

/**
 * Who can be called in the room on screen. Who wrote lately is known and comes first; the others are asked for, in
 * large rooms by what was typed.
 */
@Service({ autoProvided: false })
export class MemberSuggestions {
  private readonly authors = inject(Authors);
  private readonly conversation = inject(Conversation);
  private readonly http = inject(HttpClient);
  private readonly ownId = inject(Session).me()?.id;
  private readonly found = signal<ReadonlyMap<string, User>>(new Map());
  private readonly isComplete = signal(false);
  private readonly asked = new Set<string>();
  private timer?: ReturnType<typeof setTimeout>;

  private readonly people = computed<readonly User[]>(() => {
    const found = this.found();
    const recent = this.conversation.messages().slice(-RECENT_MESSAGES).reverse();
    const writers = new Set(recent.map(({ authorId }) => authorId));
    const known = [...writers].flatMap((id) => found.get(id) ?? this.unlessGone(id));
    const others = [...found.values()].filter(({ id }) => !writers.has(id));
    return [...known, ...others].filter(({ id, deleted }) => id !== this.ownId && !deleted);
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  /** A signal read. */
  matching(query: string, limit: number): readonly User[] {
    return matchingPeople(this.people(), query, limit);
  }

  /** Asks for people whose names have the query in them, unless all are known or it was asked before. */
  lookFor(query: string): void {
    if (!this.asked.has('')) {
      void this.ask('');
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (query !== '' && !this.isComplete() && !this.asked.has(query)) {
        void this.ask(query);
      }
    }, ASK_AFTER_MS);
  }

  /** Who wrote is most likely still there, until all members are known. */
  private unlessGone(id: string): User[] {
    const author = this.isComplete() ? undefined : this.authors.get(id);
    return author ? [author] : [];
  }

  private async ask(query: string): Promise<void> {
    this.asked.add(query);
    const params = { limit: limits.page.max, ...(query && { query }) };
    const path = `/api/chatrooms/${this.conversation.roomId}/members`;
    try {
      const { items, nextCursor } = await firstValueFrom(this.http.get<MemberPage>(path, { params }));
      this.found.update((found) => new Map([...found, ...items.map(({ user }) => [user.id, user] as const)]));
      this.isComplete.update((isComplete) => isComplete || (query === '' && nextCursor === null));
    } catch {
      // Those who are known are offered; the next word asks again.
      this.asked.delete(query);
    }
  }
}
