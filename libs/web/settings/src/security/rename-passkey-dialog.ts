import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Passkey } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { formFieldLooks } from '@parley/web-ui';

/** Asks for another name of a passkey. Closes with it, or with nothing. */
@Component({
  selector: 'parley-rename-passkey-dialog',
  providers: [formFieldLooks],
  imports: [
    FormField,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <form [formRoot]="nameForm">
        <h2 mat-dialog-title>{{ t('settings.security.passkeys.rename') }}</h2>
        <mat-dialog-content>
          <mat-form-field>
            <mat-label>{{ t('settings.security.passkeys.name') }}</mat-label>
            <input matInput autocomplete="off" cdkFocusInitial [formField]="nameForm.name" />
            @for (error of nameForm.name().errors(); track error.kind) {
              <mat-error>{{ t(error.message ?? '') }}</mat-error>
            }
          </mat-form-field>
        </mat-dialog-content>
        <mat-dialog-actions align="end">
          <button matButton mat-dialog-close type="button">{{ t('actions.cancel') }}</button>
          <button matButton="filled">{{ t('actions.save') }}</button>
        </mat-dialog-actions>
      </form>
    </ng-container>
  `,
  styles: `
    mat-form-field {
      inline-size: 100%;
      /* The label floats above the field. */
      margin-block-start: 8px;
    }
  `,
})
export class RenamePasskeyDialog {
  private readonly dialog = inject<MatDialogRef<RenamePasskeyDialog, string>>(MatDialogRef);

  private readonly model = signal({ name: inject<Passkey>(MAT_DIALOG_DATA).name });
  protected readonly nameForm = form(
    this.model,
    (path) => {
      required(path.name, { message: 'settings.security.passkeys.nameMissing' });
      maxLength(path.name, limits.passkey.name, { message: 'settings.profile.tooLong' });
    },
    { submission: { action: async () => this.dialog.close(this.model().name.trim()) } },
  );
}
