import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { bestMatches } from './emoji-search';

export interface Emoji {
  /** Without the colour of a skin. */
  readonly emoji: string;
  readonly name: string;
  /** Other words for it, separated by blanks. */
  readonly keywords: string;
  /** Whether it takes the colour of a skin. */
  readonly hasTones: boolean;
}

export interface EmojiCategory {
  readonly name: string;
  readonly emojis: readonly Emoji[];
}

/** All emoji with their names, in the language of the app; loaded when somebody asks for them first. */
@Service()
export class Emojis {
  private readonly transloco = inject(TranslocoService);
  private readonly loaded = new Map<string, Promise<readonly EmojiCategory[]>>();

  /** Rejects when they cannot be loaded; the next call tries again. */
  async all(): Promise<readonly EmojiCategory[]> {
    const language = this.transloco.getActiveLang() === 'de' ? 'de' : 'en';
    const loading = this.loaded.get(language) ?? load(language);
    this.loaded.set(language, loading);
    return loading.catch((error: unknown) => {
      this.loaded.delete(language);
      throw error;
    });
  }

  /** The emoji that a word means, the best match first. */
  async find(query: string, limit: number): Promise<readonly Emoji[]> {
    const categories = await this.all();
    return bestMatches(
      categories.flatMap(({ emojis }) => emojis),
      query,
      limit,
    );
  }
}

async function load(language: 'en' | 'de'): Promise<readonly EmojiCategory[]> {
  const { default: categories } = await (language === 'de'
    ? import('./data/de.json')
    : import('./data/en.json'));
  return Object.entries(categories).map(([name, lines]) => ({ name, emojis: lines.map(toEmoji) }));
}

/** The lines are made by `tools/emoji-data.mjs`. */
function toEmoji(line: string): Emoji {
  const [mark = '', name = '', keywords = ''] = line.split('|');
  const hasTones = mark.length > 1 && mark.endsWith('*');
  return { emoji: hasTones ? mark.slice(0, -1) : mark, name, keywords, hasTones };
}
