import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { Notices, Session } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { AccountApi } from './account-api';

/** For who has no password: the mail by which one is chosen. */
@Component({
  selector: 'parley-password-by-mail',
  imports: [MatButton, TranslocoDirective],
  template: `
    <div class="setting" *transloco="let t; prefix: 'settings.account'">
      <div class="words" role="status">{{ t(isSent() ? 'passwordMailed' : 'noPassword') }}</div>
      @if (!isSent()) {
        <button matButton="outlined" type="button" [disabled]="isSending()" (click)="send()">
          {{ t('choosePassword') }}
        </button>
      }
    </div>
  `,
  styleUrl: '../section.css',
})
export class PasswordByMail {
  private readonly api = inject(AccountApi);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);

  protected readonly isSending = signal(false);
  protected readonly isSent = signal(false);

  protected async send(): Promise<void> {
    this.isSending.set(true);
    try {
      const email = this.session.me()?.email ?? '';
      await firstValueFrom(this.api.mailPasswordLink({ email }), { defaultValue: undefined });
      this.isSent.set(true);
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isSending.set(false);
    }
  }
}
