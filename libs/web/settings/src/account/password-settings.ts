import { Component, inject } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts } from '@parley/web-core';
import { Failure, Skeleton } from '@parley/web-ui';
import { SecurityApi } from '../security/security-api';
import { PasswordByMail } from './password-by-mail';
import { PasswordForm } from './password-form';

/** The password, for who has one, and the way to one for who has none. */
@Component({
  selector: 'parley-password-settings',
  imports: [Failure, PasswordByMail, PasswordForm, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.account'">
      @if (methods.error(); as error) {
        <parley-failure [text]="errorTexts.of(error)" (retry)="methods.reload()" />
      } @else if (!methods.hasValue()) {
        <parley-skeleton [label]="t('passwordLoading')" [count]="2" />
      } @else if (methods.value().password) {
        <p class="lead">{{ t('passwordText') }}</p>
        <parley-password-form />
      } @else {
        <parley-password-by-mail />
      }
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class PasswordSettings {
  private readonly api = inject(SecurityApi);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly methods = rxResource({ stream: () => this.api.methods() });
}
