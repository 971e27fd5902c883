import { DestroyRef, inject, Service, signal } from '@angular/core';
import { LocalDatabase, type StoredDraft } from '@parley/web-core';

const WRITE_AFTER_MS = 250;

/** What somebody has begun to write, one draft a room. It survives the page and the browser. */
@Service()
export class Drafts {
  private readonly table = inject(LocalDatabase).drafts;
  private readonly all = signal<ReadonlyMap<string, StoredDraft>>(new Map());
  private readonly unwritten = new Set<string>();
  private timer?: ReturnType<typeof setTimeout>;

  readonly ready: Promise<void> = this.load();

  constructor() {
    const flush = (): void => void this.write();
    window.addEventListener('pagehide', flush);
    inject(DestroyRef).onDestroy(() => {
      window.removeEventListener('pagehide', flush);
      clearTimeout(this.timer);
    });
  }

  /** A signal read. */
  of(roomId: string): StoredDraft | undefined {
    return this.all().get(roomId);
  }

  keep(draft: StoredDraft): void {
    const isEmpty = draft.text.trim() === '' && !draft.replyToId;
    this.all.update((drafts) => {
      const next = new Map(drafts);
      if (isEmpty) {
        next.delete(draft.roomId);
      } else {
        next.set(draft.roomId, draft);
      }
      return next;
    });
    this.unwritten.add(draft.roomId);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(), WRITE_AFTER_MS);
  }

  private async load(): Promise<void> {
    // Without storage drafts live as long as the page.
    const saved = await this.table.toArray().catch(() => []);
    this.all.update(
      (drafts) => new Map([...saved.map((draft) => [draft.roomId, draft] as const), ...drafts]),
    );
  }

  private async write(): Promise<void> {
    const roomIds = [...this.unwritten];
    this.unwritten.clear();
    const kept = roomIds.flatMap((roomId) => this.all().get(roomId) ?? []);
    const gone = roomIds.filter((roomId) => !this.all().has(roomId));
    await Promise.all([this.table.bulkPut(kept), this.table.bulkDelete(gone)]).catch(() => undefined);
  }
}
