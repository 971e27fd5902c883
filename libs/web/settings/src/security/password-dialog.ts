import { Component, inject, signal } from '@angular/core';
import { form, FormRoot, required, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts, refusedFields, Session } from '@parley/web-core';
import { Alert, PasswordField, formFieldLooks } from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';
import { PasskeyTexts } from './passkey-texts';

/** What the password is asked for, in words of the person's language. */
export interface PasswordQuestion {
  title: string;
  text: string;
  action: string;
  /** What is done with it. A wrong password is said in the dialog. */
  submit: (password: string) => Observable<void>;
  /** Another way to show who one is. Rejects with what is wrong. */
  alternative?: { label: string; prove: () => Promise<void> };
}

/** Asks for the password before something that a stolen session must not do. Closes with true, or with nothing. */
@Component({
  selector: 'parley-password-dialog',
  providers: [formFieldLooks],
  imports: [
    Alert,
    FormRoot,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PasswordField,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <form [formRoot]="passwordForm">
        <h2 mat-dialog-title>{{ question.title }}</h2>
        <mat-dialog-content>
          <p>{{ question.text }}</p>
          @if (problem()) {
            <parley-alert kind="error">{{ problem() }}</parley-alert>
          }
          <input hidden type="text" autocomplete="username" [value]="me()?.username ?? ''" />
          <parley-password-field
            autocomplete="current-password"
            [label]="t('settings.account.current')"
            [field]="passwordForm.password"
          />
          @if (question.alternative; as alternative) {
            <button matButton type="button" (click)="proveBy(alternative)">{{ alternative.label }}</button>
          }
        </mat-dialog-content>
        <mat-dialog-actions align="end">
          <button matButton mat-dialog-close type="button">{{ t('actions.cancel') }}</button>
          <button matButton="filled" [disabled]="passwordForm().submitting()">
            {{ question.action }}
          </button>
        </mat-dialog-actions>
      </form>
    </ng-container>
  `,
})
export class PasswordDialog {
  private readonly dialog = inject<MatDialogRef<PasswordDialog, true>>(MatDialogRef);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly texts = inject(PasskeyTexts);

  protected readonly question = inject<PasswordQuestion>(MAT_DIALOG_DATA);
  protected readonly me = inject(Session).me;
  protected readonly problem = signal('');

  private readonly model = signal({ password: '' });
  protected readonly passwordForm = form(
    this.model,
    (path) => required(path.password, { message: 'settings.account.currentMissing' }),
    { submission: { action: () => this.prove() } },
  );

  protected async proveBy({ prove }: NonNullable<PasswordQuestion['alternative']>): Promise<void> {
    this.problem.set('');
    try {
      await prove();
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(this.texts.of(error));
    }
  }

  private async prove(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      await firstValueFrom(this.question.submit(this.model().password), { defaultValue: undefined });
      this.dialog.close(true);
      return [];
    } catch (error) {
      const { password } = this.passwordForm;
      const refused = refusedFields(error, { password }, { 'auth.invalid-credentials': 'password' });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
