import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DeletionPreview } from '@parley/contracts';
import { ErrorTexts } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './account-api';

/** The way out: what goes and what stays is said in the dialog, before anything happens. */
@Component({
  selector: 'parley-delete-account',
  imports: [Alert, MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.account.delete'">
      @if (problem()) {
        <parley-alert kind="error">{{ problem() }}</parley-alert>
      }
      <button class="parley-danger" matButton="outlined" type="button" [disabled]="isBusy()" (click)="open()">
        {{ t('begin') }}
      </button>
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class DeleteAccount {
  private readonly api = inject(AccountApi);
  private readonly dialog = inject(MatDialog);
  private readonly errorTexts = inject(ErrorTexts);

  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  protected async open(): Promise<void> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      const data = await firstValueFrom(this.api.deletionPreview());
      const { DeleteAccountDialog } = await import('./delete-account-dialog');
      this.dialog.open<unknown, DeletionPreview>(DeleteAccountDialog, { data, maxWidth: '34rem' });
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
