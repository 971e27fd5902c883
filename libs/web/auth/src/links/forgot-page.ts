import { Component, inject, signal } from '@angular/core';
import { email, form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { LinksApi } from './links-api';

/** Asks for a link by which a new password can be chosen. */
@Component({
  selector: 'parley-forgot-page',
  imports: [
    Alert,
    FormField,
    FormRoot,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    MatLabel,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './forgot-page.html',
  styleUrl: '../gate/form.css',
})
export class ForgotPage {
  private readonly api = inject(LinksApi);
  private readonly errorTexts = inject(ErrorTexts);

  protected readonly problem = signal('');
  /** Empty until the server has taken the wish. */
  protected readonly sentTo = signal('');

  private readonly wish = signal({ email: '' });
  protected readonly forgotForm = form(
    this.wish,
    (path) => {
      required(path.email, { message: 'auth.errors.emailMissing' });
      email(path.email, { message: 'auth.errors.email' });
    },
    { submission: { action: () => this.forgot() } },
  );

  private async forgot(): Promise<undefined> {
    this.problem.set('');
    try {
      await firstValueFrom(this.api.forgot(this.wish()), { defaultValue: undefined });
      this.sentTo.set(this.wish().email);
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
    }
    return undefined;
  }
}
