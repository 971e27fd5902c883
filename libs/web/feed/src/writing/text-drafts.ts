import { inject, Service } from '@angular/core';
import { LocalDatabase } from '@parley/web-core';

/** What somebody has begun to write for others to read. It survives the page and the browser. */
@Service()
export class TextDrafts {
  private readonly table = inject(LocalDatabase).values;
  /** Newer than what is on the disk. */
  private readonly kept = new Map<string, string>();

  /** @param place such as `posts` or the id of the post that is commented on */
  async of(place: string): Promise<string> {
    const known = this.kept.get(place);
    if (known !== undefined) {
      return known;
    }
    const saved = await this.table.get(keyOf(place)).catch(() => undefined);
    return typeof saved?.value === 'string' ? saved.value : '';
  }

  keep(place: string, text: string): void {
    this.kept.set(place, text);
    void this.write(keyOf(place), text);
  }

  private async write(key: string, value: string): Promise<void> {
    try {
      await (value.trim() === '' ? this.table.delete(key) : this.table.put({ key, value }));
    } catch {
      // Without storage drafts live as long as the page.
    }
  }
}

function keyOf(place: string): string {
  return `draft.${place}`;
}
