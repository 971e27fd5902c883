import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConfirmDialog, type Question } from './confirm-dialog';

/** Asks before a step that cannot be taken back. */
@Service()
export class Confirm {
  private readonly dialog = inject(MatDialog);

  async ask(question: Question): Promise<boolean> {
    const opened = this.dialog.open<ConfirmDialog, Question, true>(ConfirmDialog, {
      data: question,
      role: 'alertdialog',
      maxWidth: '26rem',
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
