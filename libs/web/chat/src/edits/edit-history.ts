import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Message } from '@parley/contracts';

/** Shows what messages said before. */
@Service()
export class EditHistory {
  private readonly dialog = inject(MatDialog);

  async open(message: Message): Promise<void> {
    const { EditHistoryDialog } = await import('./edit-history-dialog');
    this.dialog.open(EditHistoryDialog, { width: '32rem', maxWidth: '94vw', data: message });
  }
}
