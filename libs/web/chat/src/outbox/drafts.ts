import { inject, Service, signal } from '@angular/core';
import { LocalDatabase, type StoredDraft } from '@parley/web-core';

/** What somebody has begun to write, one draft a room. It survives the page and the browser. */
@Service()
export class Drafts {
  private readonly table = inject(LocalDatabase).drafts;
  private readonly all = signal<ReadonlyMap<string, StoredDraft>>(new Map());
  private readonly unwritten = new Set<string>();
  private isWriting = false;

  readonly ready: Promise<void> = this.load();

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
    void this.write();
  }

  private async load(): Promise<void> {
    // Without storage drafts live as long as the page.
    const saved = await this.table.toArray().catch(() => []);
    this.all.update(
      (drafts) => new Map([...saved.map((draft) => [draft.roomId, draft] as const), ...drafts]),
    );
  }

  /** At once, because the page may be closed at any moment; what is typed meanwhile is written together. */
  private async write(): Promise<void> {
    if (this.isWriting) {
      return;
    }
    this.isWriting = true;
    while (this.unwritten.size > 0) {
      const roomIds = [...this.unwritten];
      this.unwritten.clear();
      const kept = roomIds.flatMap((roomId) => this.all().get(roomId) ?? []);
      const gone = roomIds.filter((roomId) => !this.all().has(roomId));
      await Promise.all([this.table.bulkPut(kept), this.table.bulkDelete(gone)]).catch(() => undefined);
    }
    this.isWriting = false;
  }
}
