import { Component, inject, input, signal } from '@angular/core';
import { form, FormRoot, validate, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts, refusedFields, Session } from '@parley/web-core';
import { Alert, PasswordField } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { StrengthMeter } from '../register/strength-meter';
import { LinksApi } from './links-api';

/** Where the link of a mail leads whoever forgot their password. */
@Component({
  selector: 'parley-reset-page',
  imports: [Alert, FormRoot, MatButton, PasswordField, RouterLink, StrengthMeter, TranslocoDirective],
  templateUrl: './reset-page.html',
  styleUrl: '../gate/form.css',
})
export class ResetPage {
  /** The end of the link. */
  readonly token = input.required<string>();

  private readonly api = inject(LinksApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly session = inject(Session);

  protected readonly problem = signal('');
  protected readonly isDone = signal(false);

  protected readonly wish = signal({ newPassword: '' });
  protected readonly resetForm = form(
    this.wish,
    (path) => {
      validate(path.newPassword, ({ value }) =>
        codePoints(value()) < limits.password.min
          ? { kind: 'short', message: 'auth.errors.passwordShort' }
          : null,
      );
    },
    { submission: { action: () => this.reset() } },
  );

  private async reset(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      const wish = { token: this.token(), ...this.wish() };
      await firstValueFrom(this.api.reset(wish), { defaultValue: undefined });
      this.isDone.set(true);
      if (this.session.isSignedIn()) {
        // Here as well: the server has ended all sessions of the account, and the login page is for who has none.
        await this.session.renew();
      }
      return [];
    } catch (error) {
      const { newPassword } = this.resetForm;
      const refused = refusedFields(error, { newPassword }, { 'auth.password-too-weak': 'newPassword' });
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
