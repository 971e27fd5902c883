import { computed, inject, Service, signal } from '@angular/core';
import { bestMatches, type Emoji, EmojiMemory, Emojis, toned } from '@parley/web-ui';
import { emojiOfShortcode, emojisOfShortcodes } from './shortcodes';

/** Emoji by what was typed behind a colon. Their names are loaded with the first one. */
@Service()
export class EmojiSuggestions {
  private readonly emojis = inject(Emojis);
  private readonly memory = inject(EmojiMemory);
  private readonly all = signal<readonly Emoji[]>([]);
  private readonly byMark = computed(() => new Map(this.all().map((emoji) => [emoji.emoji, emoji])));
  private loading?: Promise<void>;

  /** What was taken lately comes first, then what people know by that name. A signal read. */
  matching(query: string, limit: number): readonly Emoji[] {
    const known = emojisOfShortcodes(query).flatMap((mark) => this.byMark().get(mark) ?? []);
    const matching = [...new Set([...known, ...bestMatches(this.all(), query, limit)])];
    const recent = new Set(this.memory.recent());
    const used = matching.filter((emoji) => recent.has(this.shown(emoji)));
    return [...new Set([...used, ...matching])].slice(0, limit);
  }

  /** The emoji of this very name; none for a word that is nobody's name. */
  named(code: string): string | undefined {
    const name = code.replaceAll('_', ' ').toLowerCase();
    const mark =
      emojiOfShortcode(code) ?? this.all().find((emoji) => emoji.name.toLowerCase() === name)?.emoji;
    const emoji = mark === undefined ? undefined : this.byMark().get(mark);
    return emoji ? this.shown(emoji) : mark;
  }

  /** In the colour of skin that was chosen. */
  shown({ emoji, hasTones }: Emoji): string {
    return hasTones ? toned(emoji, this.memory.tone()) : emoji;
  }

  remember(emoji: string): void {
    this.memory.remember(emoji);
  }

  load(): void {
    this.loading ??= this.emojis
      .all()
      .then((categories) => this.all.set(categories.flatMap(({ emojis }) => emojis)))
      // Without a network there are no names; the next colon tries again.
      .catch(() => (this.loading = undefined));
  }
}
