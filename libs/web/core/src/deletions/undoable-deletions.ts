import { DestroyRef, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom, type Observable } from 'rxjs';
import { Notices } from '../errors/notices';

/**
 * What is to be deleted. It looks deleted at once, and the server is told when nobody took it back; when the page is
 * closed before that, it is told then.
 */
export abstract class UndoableDeletions {
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly all = signal<ReadonlySet<string>>(new Set());

  /** The keys of the texts "deleted" and "undo". */
  protected abstract readonly texts: { readonly deleted: string; readonly undo: string };

  constructor() {
    const deleteAll = (): void => this.all().forEach((id) => void this.carryOut(id));
    window.addEventListener('pagehide', deleteAll);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('pagehide', deleteAll));
  }

  protected abstract tellServer(id: string): Observable<unknown>;

  /** A signal read. */
  has(id: string): boolean {
    return this.all().has(id);
  }

  async delete({ id }: { readonly id: string }): Promise<void> {
    this.all.update((ids) => new Set(ids).add(id));
    const isTakenBack = await this.notices.show(
      this.transloco.translate(this.texts.deleted),
      this.transloco.translate(this.texts.undo),
    );
    if (isTakenBack) {
      this.forget(id);
    } else if (this.all().has(id)) {
      await this.carryOut(id);
    }
  }

  private async carryOut(id: string): Promise<void> {
    try {
      await firstValueFrom(this.tellServer(id), { defaultValue: undefined });
    } catch (error) {
      // It is shown again: what the server still has must not look gone.
      this.forget(id);
      this.notices.showError(error);
    }
  }

  private forget(id: string): void {
    this.all.update((ids) => new Set([...ids].filter((other) => other !== id)));
  }
}
