import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Notices } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './account-api';

/** Says that the address is not confirmed, where the account is shown and nowhere else. */
@Component({
  selector: 'parley-unverified-email',
  imports: [Alert, MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.account'">
      <parley-alert>
        {{ t('unverified') }}
        <button matButton type="button" [disabled]="isSending()" (click)="resend()">{{ t('resend') }}</button>
      </parley-alert>
    </ng-container>
  `,
  styles: `
    parley-alert {
      margin-block-start: 16px;
      align-items: center;
    }
    /* In line with the words above it. */
    button {
      display: block;
      margin-inline-start: -12px;
    }
  `,
})
export class UnverifiedEmail {
  private readonly api = inject(AccountApi);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  protected readonly isSending = signal(false);

  protected async resend(): Promise<void> {
    this.isSending.set(true);
    try {
      await firstValueFrom(this.api.resendVerification(), { defaultValue: undefined });
      void this.notices.show(this.texts.translate('settings.account.resent'));
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
