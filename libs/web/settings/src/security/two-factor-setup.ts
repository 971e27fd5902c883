import { Component, computed, inject, input, output, signal } from '@angular/core';
import { form, FormField, FormRoot, pattern, required, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { TwoFactorSecret } from '@parley/contracts';
import { ErrorTexts, refusedFields } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { renderSVG } from 'uqr';
import { Reauthentication } from './reauthentication';
import { SecurityApi } from './security-api';

/** Takes the key over into an app, and asks for the first code as a proof. */
@Component({
  selector: 'parley-two-factor-setup',
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
  templateUrl: './two-factor-setup.html',
  styleUrls: ['../section.css', './two-factor-setup.css'],
})
export class TwoFactorSetup {
  readonly secret = input.required<TwoFactorSecret>();
  /** With the recovery codes. */
  readonly enabled = output<string[]>();
  readonly cancelled = output();

  private readonly api = inject(SecurityApi);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly reauthentication = inject(Reauthentication);

  protected readonly problem = signal('');
  /** Drawn here: the key goes to nobody else. */
  protected readonly picture = computed(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(this.secret().otpauthUrl, { border: 2 }))}`,
  );
  protected readonly groups = computed(
    () =>
      this.secret()
        .secret.match(/.{1,4}/g)
        ?.join(' ') ?? '',
  );

  private readonly proof = signal({ code: '' });
  protected readonly codeForm = form(
    this.proof,
    (path) => {
      required(path.code, { message: 'settings.security.twoFactor.codeWrong' });
      pattern(path.code, /^\s*(\d\s*){6}$/, { message: 'settings.security.twoFactor.codeWrong' });
    },
    { submission: { action: () => this.enable() } },
  );

  private async enable(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    try {
      const code = this.proof().code.replaceAll(/\s/g, '');
      const answer = await this.reauthentication.run(this.api.enableTwoFactor({ code }));
      this.enabled.emit(answer?.recoveryCodes ?? []);
      return [];
    } catch (error) {
      const refused = refusedFields(
        error,
        { code: this.codeForm.code },
        { 'auth.second-factor-invalid': 'code' },
      );
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
