import { Component, computed, inject, input, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, FormRoot, type ValidationError } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Entrance, ErrorTexts, InstanceApi, refusedFields } from '@parley/web-core';
import { PasswordField } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { AuthApi } from '../auth-api';
import { GateHead } from '../gate/gate-head';
import { inviteIn } from '../invite/invite-address';
import { ProviderLinks } from '../ways-in/provider-links';
import { registrationSchema } from './register-form';
import { StrengthMeter } from './strength-meter';

const codes = {
  'auth.username-taken': 'username',
  'auth.email-taken': 'email',
  'auth.password-too-weak': 'password',
} as const;

@Component({
  selector: 'parley-register-page',
  imports: [
    FormField,
    FormRoot,
    GateHead,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    PasswordField,
    ProviderLinks,
    RouterLink,
    StrengthMeter,
    TranslocoDirective,
  ],
  templateUrl: './register-page.html',
  styleUrl: '../gate/form.css',
})
export class RegisterPage {
  /** Where to go afterwards; bound from the query. */
  readonly returnUrl = input<string>();

  private readonly api = inject(AuthApi);
  private readonly entrance = inject(Entrance);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly instanceApi = inject(InstanceApi);

  private readonly instance = rxResource({ stream: () => this.instanceApi.get() });
  protected readonly isFirst = computed(() => this.instance.hasValue() && !this.instance.value().hasAccounts);
  private readonly mode = computed(() =>
    this.instance.hasValue() ? this.instance.value().registration : 'open',
  );
  protected readonly invite = computed(() =>
    this.mode() === 'invite' ? inviteIn(this.returnUrl()) : undefined,
  );
  /** Why nobody can register here, or nobody who was not invited. */
  protected readonly refusal = computed(() => {
    if (this.isFirst() || this.mode() === 'open' || this.invite()) {
      return null;
    }
    return this.mode() === 'invite' ? 'auth.invite-required' : 'auth.registration-closed';
  });
  protected readonly problem = signal('');

  protected readonly registration = signal({ displayName: '', username: '', email: '', password: '' });
  protected readonly registerForm = form(this.registration, registrationSchema, {
    submission: { action: () => this.register() },
  });

  private async register(): Promise<ValidationError.WithFieldTree[]> {
    this.problem.set('');
    const isFirst = this.isFirst();
    try {
      const invite = this.invite();
      const wish = { ...this.registration(), ...(invite && { invite }) };
      const authenticated = await firstValueFrom(this.api.register(wish));
      await this.entrance.enter(authenticated, isFirst ? '/welcome' : this.returnUrl());
      return [];
    } catch (error) {
      const { displayName, username, email, password } = this.registerForm;
      const refused = refusedFields(error, { displayName, username, email, password }, codes);
      this.problem.set(refused.length > 0 ? '' : this.errorTexts.of(error));
      return refused;
    }
  }
}
