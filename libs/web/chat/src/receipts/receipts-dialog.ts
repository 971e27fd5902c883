import { Component, computed, effect, inject } from '@angular/core';
import { rxResource, takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCheck, mdiCheckAll } from '@mdi/js';
import type { Message, Receipt } from '@parley/contracts';
import { Authors, ErrorTexts, Realtime, Session } from '@parley/web-core';
import { Avatar, Failure, Icon, Skeleton } from '@parley/web-ui';
import { filter } from 'rxjs';
import { ChatDates } from '../dates/chat-dates';
import { ReceiptsApi } from './receipts-api';

/** Who has read a message, to whom it was delivered, and who has not got it. */
@Component({
  selector: 'parley-receipts-dialog',
  imports: [
    Avatar,
    Failure,
    Icon,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './receipts-dialog.html',
  styleUrl: './receipts-dialog.css',
})
export class ReceiptsDialog {
  private readonly api = inject(ReceiptsApi);
  private readonly authors = inject(Authors);
  private readonly message = inject<Message>(MAT_DIALOG_DATA);
  protected readonly dates = inject(ChatDates);
  protected readonly errors = inject(ErrorTexts);
  protected readonly sharesOwn = inject(Session).me()?.readReceipts ?? true;

  protected readonly icons = { read: mdiCheckAll, delivered: mdiCheckAll, pending: mdiCheck };
  protected readonly receipts = rxResource({ stream: () => this.api.ofMessage(this.message.id) });
  protected readonly sections = computed(() => {
    if (!this.receipts.hasValue()) {
      return [];
    }
    const { readBy, deliveredTo, pendingIds } = this.receipts.value();
    const pending = pendingIds.map((userId): Receipt => ({ userId, at: null }));
    const sections = [
      { name: 'read', people: readBy },
      { name: 'delivered', people: deliveredTo },
      { name: 'pending', people: pending },
    ] as const;
    return sections.filter(({ people }) => people.length > 0);
  });

  constructor() {
    inject(Realtime)
      .events('room:receipts')
      .pipe(
        filter(({ roomId }) => roomId === this.message.roomId),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.receipts.reload());
    effect(() =>
      this.authors.need(this.sections().flatMap(({ people }) => people.map(({ userId }) => userId))),
    );
  }

  protected personOf(userId: string) {
    return this.authors.get(userId) ?? { id: userId, displayName: '…' };
  }
}
