import { Component, inject, input, signal } from '@angular/core';
import { form, FormField, FormRoot, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Entrance, ErrorTexts } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { AuthApi } from '../auth-api';
import { GateHead } from '../gate/gate-head';

/** The second factor, for whom a provider has signed in already. */
@Component({
  selector: 'parley-second-step',
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
    RouterLink,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <parley-gate-head
        [heading]="t('auth.secondStep.title')"
        [lead]="t('auth.secondStep.lead')"
        [problem]="problem()"
      />
      <form [formRoot]="codeForm">
        <mat-form-field>
          <mat-label>{{ t('auth.fields.code') }}</mat-label>
          <input
            matInput
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck="false"
            [formField]="codeForm.code"
          />
          <mat-hint>{{ t('auth.login.codeHint') }}</mat-hint>
          @for (error of codeForm.code().errors(); track error.kind) {
            <mat-error>{{ t(error.message ?? '') }}</mat-error>
          }
        </mat-form-field>
        <button matButton="filled" class="submit" [disabled]="codeForm().submitting()">
          {{ t('auth.login.submit') }}
        </button>
      </form>
      <p class="elsewhere">
        <a routerLink="/login" [queryParams]="{ returnUrl: returnUrl() }">{{ t('auth.secondStep.back') }}</a>
      </p>
    </ng-container>
  `,
  styleUrl: '../gate/form.css',
})
export class SecondStep {
  /** Where to go afterwards. */
  readonly returnUrl = input<string>();

  private readonly api = inject(AuthApi);
  private readonly entrance = inject(Entrance);
  private readonly errorTexts = inject(ErrorTexts);

  protected readonly problem = signal('');
  private readonly proof = signal({ code: '' });
  protected readonly codeForm = form(
    this.proof,
    (path) => required(path.code, { message: 'auth.login.codeMissing' }),
    { submission: { action: () => this.finish() } },
  );

  private async finish(): Promise<undefined> {
    this.problem.set('');
    try {
      const authenticated = await firstValueFrom(this.api.finishSignIn(this.proof()));
      await this.entrance.enter(authenticated, this.returnUrl());
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
    }
    return undefined;
  }
}
