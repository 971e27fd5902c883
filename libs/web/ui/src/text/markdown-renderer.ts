import { Service, signal } from '@angular/core';
import type { renderMarkdown } from './markdown';

type Render = typeof renderMarkdown;

/** The renderer is loaded with the first message that is shown; until then texts are shown as they were typed. */
@Service()
export class MarkdownRenderer {
  private readonly loaded = signal<Render | null>(null);

  readonly render = this.loaded.asReadonly();

  constructor() {
    void this.load();
  }

  private async load(): Promise<void> {
    const loaded = await import('./markdown');
    this.loaded.set(loaded.renderMarkdown);
  }
}
