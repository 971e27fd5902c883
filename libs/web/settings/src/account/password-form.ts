import { Component, inject, signal } from '@angular/core';
import { form, FormRoot, required, validate, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts, Notices, refusedFields, Session } from '@parley/web-core';
import { Alert, PasswordField } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './account-api';

const codes = {
  'auth.invalid-credentials': 'currentPassword',
  'auth.password-too-weak': 'newPassword',
} as const;
const blank = { currentPassword: '', newPassword: '' };

@Component({
  selector: 'parley-password-form',
  imports: [Alert, FormRoot, MatButton, PasswordField, TranslocoDirective],
  templateUrl: './password-form.html',
  styleUrl: '../section.css',
})
export class PasswordForm {
  private readonly api = inject(AccountApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  /** For password managers, which keep the name beside the password. */
  protected readonly me = inject(Session).me;
  protected readonly problem = signal('');

  private readonly model = signal(blank);
  protected readonly passwordForm = form(
    this.model,
    (path) => {
      required(path.currentPassword, { message: 'settings.account.currentMissing' });
      validate(path.newPassword, ({ value }) =>
        codePoints(value()) < limits.password.min
          ? { kind: 'short', message: 'settings.account.newShort' }
          : null,
      );
    },
    { submission: { action: () => this.change() } },
  );

  private async change(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      await firstValueFrom(this.api.changePassword(this.model()), { defaultValue: undefined });
      this.passwordForm().reset(blank);
      void this.notices.show(this.texts.translate('settings.account.passwordChanged'));
      return [];
    } catch (error) {
      const { currentPassword, newPassword } = this.passwordForm;
      const refused = refusedFields(error, { currentPassword, newPassword }, codes);
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
