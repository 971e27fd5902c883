import { DestroyRef, inject, Service, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Message } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { MessagesApi } from './messages-api';

/**
 * Messages that are to be deleted. They look deleted at once, and the server is told when nobody took it back; when
 * the page is closed before that, it is told then.
 */
@Service()
export class Deletions {
  private readonly api = inject(MessagesApi);
  private readonly notices = inject(Notices);
  private readonly transloco = inject(TranslocoService);
  private readonly all = signal<ReadonlySet<string>>(new Set());

  constructor() {
    const deleteAll = (): void => this.all().forEach((id) => void this.carryOut(id));
    window.addEventListener('pagehide', deleteAll);
    inject(DestroyRef).onDestroy(() => window.removeEventListener('pagehide', deleteAll));
  }

  /** A signal read. */
  has(id: string): boolean {
    return this.all().has(id);
  }

  async delete({ id }: Message): Promise<void> {
    this.all.update((ids) => new Set(ids).add(id));
    const isTakenBack = await this.notices.show(
      this.transloco.translate('chat.message.deleted'),
      this.transloco.translate('chat.message.undo'),
    );
    if (isTakenBack) {
      this.forget(id);
    } else if (this.all().has(id)) {
      await this.carryOut(id);
    }
  }

  private async carryOut(id: string): Promise<void> {
    try {
      await firstValueFrom(this.api.delete(id), { defaultValue: undefined });
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
