import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DeletionPreview } from '@parley/contracts';
import { ErrorTexts, Session } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { Reauthentication } from '../security/reauthentication';
import { AccountApi } from './account-api';

/** Says what goes and what stays, and lets nobody go who would leave a room without an owner. */
@Component({
  selector: 'parley-delete-account-dialog',
  imports: [
    Alert,
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatRadioButton,
    MatRadioGroup,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './delete-account-dialog.html',
  styleUrl: './delete-account-dialog.css',
})
export class DeleteAccountDialog {
  private readonly api = inject(AccountApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly proof = inject(Reauthentication);
  private readonly session = inject(Session);

  protected readonly rooms = inject<DeletionPreview>(MAT_DIALOG_DATA).rooms;
  protected readonly modes = ['anonymise', 'erase'] as const;
  protected readonly going = ['account', 'places', 'files', 'social'] as const;
  protected readonly mode = signal<'anonymise' | 'erase'>('anonymise');
  protected readonly isSure = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  protected async delete(): Promise<void> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await this.proof.run(this.api.deleteAccount({ mode: this.mode() }));
      await this.session.leaveForGood();
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
      this.isBusy.set(false);
    }
  }
}
