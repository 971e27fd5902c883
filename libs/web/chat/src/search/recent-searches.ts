import { inject, Service, signal } from '@angular/core';
import { LocalDatabase } from '@parley/web-core';

const KEY = 'recent-searches';
const MOST = 8;

/** What was searched for on this device, the last first. It goes when the person signs out. */
@Service()
export class RecentSearches {
  private readonly table = inject(LocalDatabase).values;
  private readonly texts = signal<readonly string[]>([]);

  readonly all = this.texts.asReadonly();

  constructor() {
    void this.load();
  }

  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '') {
      this.save([trimmed, ...this.texts().filter((other) => other !== trimmed)].slice(0, MOST));
    }
  }

  remove(text: string): void {
    this.save(this.texts().filter((other) => other !== text));
  }

  private save(texts: readonly string[]): void {
    this.texts.set(texts);
    // Without storage they are remembered until the page is closed.
    this.table.put({ key: KEY, value: texts }).catch(() => undefined);
  }

  private async load(): Promise<void> {
    const saved = await this.table.get(KEY).catch(() => undefined);
    if (Array.isArray(saved?.value) && this.texts().length === 0) {
      this.texts.set(saved.value.filter((text) => typeof text === 'string'));
    }
  }
}
