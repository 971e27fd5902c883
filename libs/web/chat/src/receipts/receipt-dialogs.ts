import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Message } from '@parley/contracts';

/** Shows who has read a message, and when. */
@Service()
export class ReceiptDialogs {
  private readonly dialog = inject(MatDialog);

  async open(message: Message): Promise<void> {
    const { ReceiptsDialog } = await import('./receipts-dialog');
    this.dialog.open(ReceiptsDialog, { width: '26rem', maxWidth: '94vw', data: message });
  }
}
