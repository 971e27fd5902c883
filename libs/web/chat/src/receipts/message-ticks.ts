import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { mdiCheck, mdiCheckAll } from '@mdi/js';
import type { Message } from '@parley/contracts';
import { Icon } from '@parley/web-ui';
import { MessageLabels } from '../text/message-labels';
import { ReceiptDialogs } from './receipt-dialogs';
import { Receipts } from './receipts';

/** What became of an own message: one tick when it is stored, two when it has arrived, coloured when it was read. */
@Component({
  selector: 'parley-message-ticks',
  imports: [Icon],
  template: `
    @if (receipts.areKept()) {
      <button type="button" [class.read]="isRead()" [title]="text()" (click)="dialogs.open(message())">
        <parley-icon [path]="icon()" /><span class="parley-hidden">{{ text() }}</span>
      </button>
    } @else {
      <parley-icon [path]="icons.stored" /><span class="parley-hidden">{{ labels.all().stored }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      color: var(--parley-text-soft);
    }
    button {
      display: grid;
      place-items: center;
      inline-size: 24px;
      block-size: 24px;
      margin: -2px -4px;
      padding: 0;
      border: 0;
      border-radius: 8px;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: var(--parley-hover);
    }
    .read {
      color: var(--parley-accent);
    }
  `,
})
export class MessageTicks {
  private readonly transloco = inject(TranslocoService);
  protected readonly dialogs = inject(ReceiptDialogs);
  protected readonly labels = inject(MessageLabels);
  protected readonly receipts = inject(Receipts);

  readonly message = input.required<Message>();

  protected readonly icons = { stored: mdiCheck, arrived: mdiCheckAll };
  private readonly state = computed(() =>
    this.receipts.areShown()
      ? this.receipts.of(this.message().seq)
      : ({ fate: 'stored', readers: 0 } as const),
  );
  protected readonly isRead = computed(() => this.state().fate === 'read');
  protected readonly icon = computed(() =>
    this.state().fate === 'stored' ? this.icons.stored : this.icons.arrived,
  );
  protected readonly text = computed(() => {
    const { fate, readers } = this.state();
    const labels = this.labels.all();
    return readers > 1 ? this.transloco.translate('chat.message.readBy', { count: readers }) : labels[fate];
  });
}
