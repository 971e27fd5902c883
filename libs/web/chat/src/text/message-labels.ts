import { computed, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';

/**
 * The words around messages. Thousands of rows come and go while somebody scrolls, and their height is measured at
 * once: so they are looked up once for all rows, and are there from the start.
 */
@Service()
export class MessageLabels {
  private readonly transloco = inject(TranslocoService);
  private readonly changes = toSignal(this.transloco.events$);

  readonly all = computed(() => {
    this.changes();
    const label = (key: string): string => this.transloco.translate(`chat.message.${key}`);
    return {
      cancelUpload: label('cancelUpload'),
      codeCopied: label('codeCopied'),
      copyCode: label('copyCode'),
      delivered: label('delivered'),
      discard: label('discard'),
      discardEdit: label('discardEdit'),
      editWaits: label('editWaits'),
      edited: label('edited'),
      failed: label('failed'),
      fold: label('fold'),
      goToQuote: label('goToQuote'),
      pinned: label('pinned'),
      placeElsewhere: label('placeElsewhere'),
      queued: label('queued'),
      read: label('read'),
      retry: label('retry'),
      roomElsewhere: label('roomElsewhere'),
      show: label('show'),
      stored: label('stored'),
      tombstone: label('tombstone'),
      unfold: label('unfold'),
    };
  });
}
