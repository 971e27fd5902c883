import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import type { User } from '@parley/contracts';
import { EVERYBODY } from '@parley/contracts/constants';
import { Subject } from 'rxjs';
import { RoomRights } from '../room/room-rights';
import {
  closedShortcode,
  type CompletionTarget,
  replaced,
  type Replacement,
  targetAt,
} from './completion-target';
import { EmojiSuggestions } from './emoji-suggestions';
import { MemberSuggestions } from './member-suggestions';

/** What a begun word can become. */
export type Suggestion = { readonly key: string; readonly insert: string } & (
  | { readonly kind: 'person'; readonly user: User }
  | { readonly kind: 'everybody'; readonly count: number }
  | { readonly kind: 'emoji'; readonly emoji: string; readonly name: string }
);

const MOST = 8;

/** Completes the names of people behind an `@`, and of emoji behind a `:`, while somebody writes. */
@Service({ autoProvided: false })
export class Completion {
  private readonly emojis = inject(EmojiSuggestions);
  private readonly members = inject(MemberSuggestions);
  private readonly rights = inject(RoomRights);
  private readonly target = signal<CompletionTarget | null>(null);
  private readonly replacing = new Subject<Replacement>();
  private text = '';
  /** The word for which somebody does not want to see the list. */
  private dismissed: number | null = null;

  /** What is chosen, put into the text. */
  readonly replacements = this.replacing.asObservable();
  readonly kind = computed(() => this.target()?.kind ?? null);
  readonly suggestions = computed<readonly Suggestion[]>(() => {
    const target = this.target();
    if (!target) {
      return [];
    }
    return target.kind === 'people' ? this.people(target.query) : this.emojisFor(target.query);
  });
  /** The place of the one that Enter takes. */
  readonly active = linkedSignal({ source: this.suggestions, computation: () => 0 });

  /** Call it whenever the text or the caret is another one. */
  look(text: string, caret: number): void {
    const target = targetAt(text, caret);
    if (target?.start !== this.dismissed) {
      this.dismissed = null;
    }
    this.text = text;
    this.target.set(this.dismissed === null ? target : null);
    if (target?.kind === 'people') {
      this.members.lookFor(target.query);
    } else if (target) {
      this.emojis.load();
    }
  }

  /** After a colon was typed: `:smile:` becomes the emoji. */
  closeShortcode(text: string, caret: number): void {
    const closed = closedShortcode(text, caret);
    const emoji = closed && this.emojis.named(closed.query);
    if (closed && emoji) {
      this.emojis.remember(emoji);
      this.replace(replaced(text, closed, emoji));
    }
  }

  /** @returns whether the key was meant for the list */
  press({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const isWithOthers = shiftKey || altKey || ctrlKey || metaKey;
    return !isWithOthers && this.suggestions().length > 0 && this.command(key);
  }

  choose(suggestion: Suggestion | undefined): void {
    const target = this.target();
    if (target && suggestion) {
      if (suggestion.kind === 'emoji') {
        this.emojis.remember(suggestion.emoji);
      }
      this.replace(replaced(this.text, target, suggestion.insert));
    }
  }

  close(): void {
    this.target.set(null);
  }

  private command(key: string): boolean {
    switch (key) {
      case 'ArrowDown':
        this.go(1);
        return true;
      case 'ArrowUp':
        this.go(-1);
        return true;
      case 'Enter':
      case 'Tab':
        this.choose(this.suggestions()[this.active()]);
        return true;
      case 'Escape':
        this.dismissed = this.target()?.start ?? null;
        this.close();
        return true;
      default:
        return false;
    }
  }

  /** Behind the last one comes the first. */
  private go(step: 1 | -1): void {
    const { length } = this.suggestions();
    this.active.update((active) => (active + step + length) % length);
  }

  private replace(replacement: Replacement): void {
    this.close();
    this.replacing.next(replacement);
  }

  private people(query: string): readonly Suggestion[] {
    const people = this.members.matching(query, MOST).map((user) => ({
      kind: 'person' as const,
      key: user.id,
      user,
      insert: `@${user.username} `,
    }));
    const isMeant = EVERYBODY.startsWith(query.toLowerCase()) && this.rights.mayCallEverybody();
    const count = (this.rights.room()?.memberCount ?? 1) - 1;
    const everybody = { kind: 'everybody' as const, key: EVERYBODY, count, insert: `@${EVERYBODY} ` };
    if (!isMeant) {
      return people;
    }
    // Who begins to write "@r" looks for it; behind a lone "@" people come first.
    return query === ''
      ? [...people.slice(0, MOST - 1), everybody]
      : [everybody, ...people.slice(0, MOST - 1)];
  }

  private emojisFor(query: string): readonly Suggestion[] {
    return this.emojis.matching(query, MOST).map((found) => {
      const emoji = this.emojis.shown(found);
      return { kind: 'emoji' as const, key: found.emoji, emoji, name: found.name, insert: emoji };
    });
  }
}
