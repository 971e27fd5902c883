import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Entrance, ErrorTexts, InstanceApi, ProblemError, Session } from '@parley/web-core';
import { PasswordField } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { AuthApi } from '../auth-api';
import { GateHead } from '../gate/gate-head';
import { inviteIn } from '../invite/invite-address';
import { ProviderLinks } from '../ways-in/provider-links';
import { PasskeyEntrance } from '../ways-in/passkey-entrance';
import { SecondStep } from './second-step';

@Component({
  selector: 'parley-login-page',
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
    PasskeyEntrance,
    PasswordField,
    ProviderLinks,
    RouterLink,
    SecondStep,
    TranslocoDirective,
  ],
  templateUrl: './login-page.html',
  styleUrl: '../gate/form.css',
})
export class LoginPage {
  /** Where to go afterwards; bound from the query. */
  readonly returnUrl = input<string>();
  /** Why a provider led back without signing in: a code; bound from the query. */
  readonly problem = input<string>();
  /** `code` for whom a provider led back without the second factor; bound from the query. */
  readonly step = input<string>();

  private readonly api = inject(AuthApi);
  private readonly entrance = inject(Entrance);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly instanceApi = inject(InstanceApi);

  protected readonly ended = inject(Session).ended;
  private readonly instance = rxResource({ stream: () => this.instanceApi.get() });
  /** Where one needs an invitation, only who came by one is led there. */
  protected readonly mayRegister = computed(() => {
    const registration = this.instance.hasValue() ? this.instance.value().registration : 'open';
    return registration === 'open' || (registration === 'invite' && inviteIn(this.returnUrl()) !== undefined);
  });
  protected readonly refusal = signal('');
  protected readonly sentBack = computed(() => {
    const code = this.problem();
    return code === undefined ? '' : this.errorTexts.ofCode(code);
  });

  private readonly credentials = signal({ login: '', password: '', code: '' });
  /** Whether the password was right, and there is a second factor. */
  protected readonly isCodeWanted = signal(false);
  private readonly codeBox = viewChild<ElementRef<HTMLInputElement>>('codeBox');
  protected readonly loginForm = form(
    this.credentials,
    (path) => {
      required(path.login, { message: 'auth.login.loginMissing' });
      required(path.password, { message: 'auth.login.passwordMissing' });
      required(path.code, { message: 'auth.login.codeMissing', when: () => this.isCodeWanted() });
    },
    { submission: { action: () => this.login() } },
  );

  constructor() {
    effect(() => this.codeBox()?.nativeElement.focus());
  }

  private async login(): Promise<undefined> {
    this.refusal.set('');
    const { code, ...credentials } = this.credentials();
    const isCodeGiven = this.isCodeWanted();
    try {
      const authenticated = await firstValueFrom(
        this.api.login(isCodeGiven ? { ...credentials, code } : credentials),
      );
      await this.entrance.enter(authenticated, this.returnUrl());
    } catch (error) {
      this.refused(error);
    }
    return undefined;
  }

  private refused(error: unknown): void {
    if (error instanceof ProblemError && error.problem.code === 'auth.second-factor-required') {
      this.loginForm.code().reset('');
      this.isCodeWanted.set(true);
    } else {
      this.refusal.set(this.errorTexts.of(error));
    }
  }
}
