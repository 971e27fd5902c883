import { Component, inject, output, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts, refusedFields } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { Reauthentication } from '../security/reauthentication';
import { AccountApi } from './account-api';

/** Asks for another address. It is that of the account once the link in the mail to it was followed. */
@Component({
  selector: 'parley-email-form',
  imports: [
    Alert,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      @if (sentTo(); as address) {
        <parley-alert>{{ t('settings.account.emailSent', { address }) }}</parley-alert>
      } @else {
        @if (problem()) {
          <parley-alert kind="error">{{ problem() }}</parley-alert>
        }
        <form [formRoot]="emailForm">
          <mat-form-field>
            <mat-label>{{ t('settings.account.newEmail') }}</mat-label>
            <input matInput type="email" autocomplete="email" [formField]="emailForm.email" />
            @for (error of emailForm.email().errors(); track error.kind) {
              <mat-error>{{ t(error.message ?? '') }}</mat-error>
            }
          </mat-form-field>
          <div class="buttons">
            <button matButton="filled" [disabled]="emailForm().submitting()">
              {{ t('settings.account.sendLink') }}
            </button>
            <button matButton type="button" (click)="closed.emit()">{{ t('actions.cancel') }}</button>
          </div>
        </form>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: 16px;
    }
  `,
  styleUrl: '../section.css',
})
export class EmailForm {
  readonly closed = output();

  private readonly api = inject(AccountApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly reauthentication = inject(Reauthentication);

  protected readonly problem = signal('');
  /** Empty until the mail is on its way. */
  protected readonly sentTo = signal('');
  private readonly model = signal({ email: '' });
  protected readonly emailForm = form(
    this.model,
    (path) => {
      required(path.email, { message: 'settings.account.emailMissing' });
      email(path.email, { message: 'settings.account.emailWrong' });
    },
    { submission: { action: () => this.send() } },
  );

  private async send(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    const wish = this.model();
    try {
      await this.reauthentication.run(this.api.changeEmail(wish));
      this.sentTo.set(wish.email);
      return [];
    } catch (error) {
      const fields = { email: this.emailForm.email };
      const refused = refusedFields(error, fields, { 'auth.email-taken': 'email' });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
