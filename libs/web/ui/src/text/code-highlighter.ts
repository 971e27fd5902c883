import { Service } from '@angular/core';
import { languageOf } from './code-languages';

/** Longer code is shown without colours: finding them would take longer than a frame. */
const LONGEST = 20_000;

/** Colours code. The highlighter and each language are loaded with the first code that needs them. */
@Service()
export class CodeHighlighter {
  private readonly core = lazily(async () => (await import('highlight.js/lib/core')).default);

  /** @returns HTML of spans with classes, everything else escaped; null for what is not coloured */
  async highlight(code: string, word: string): Promise<string | null> {
    const language = languageOf(word);
    if (!language || code.length > LONGEST) {
      return null;
    }
    const { name, load } = language;
    const highlighter = await this.core();
    if (!highlighter.getLanguage(name)) {
      highlighter.registerLanguage(name, (await load()).default);
    }
    return highlighter.highlight(code, { language: name, ignoreIllegals: true }).value;
  }
}

/** Once; after a failure again. */
function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
