import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { TwoFactorSecret } from '@parley/contracts';
import { Notices, Session } from '@parley/web-core';
import { Confirm, type Question } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { Reauthentication } from './reauthentication';
import { RecoveryCodesCard } from './recovery-codes-card';
import { SecurityApi } from './security-api';
import { TwoFactorSetup } from './two-factor-setup';

/** Turns the second factor on and off. */
@Component({
  selector: 'parley-two-factor',
  imports: [MatButton, RecoveryCodesCard, TranslocoDirective, TwoFactorSetup],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.security.twoFactor'">
      @if (codes().length > 0) {
        <parley-recovery-codes-card [codes]="codes()" (kept)="codes.set([])" />
      } @else if (secret(); as begun) {
        <parley-two-factor-setup
          [secret]="begun"
          (enabled)="enabled($event)"
          (cancelled)="secret.set(null)"
        />
      } @else if (session.me()?.twoFactorEnabled) {
        <div class="setting">
          <div class="words">{{ t('on') }}</div>
          <button matButton="outlined" type="button" (click)="disable()">{{ t('disable') }}</button>
        </div>
      } @else {
        <div class="setting">
          <div class="words">{{ t('off') }}</div>
          <button matButton="outlined" type="button" (click)="begin()">{{ t('begin') }}</button>
        </div>
      }
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class TwoFactor {
  private readonly api = inject(SecurityApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly reauthentication = inject(Reauthentication);
  private readonly texts = inject(TranslocoService);

  protected readonly session = inject(Session);
  /** While it is being set up. */
  protected readonly secret = signal<TwoFactorSecret | null>(null);
  /** Until the person says that they are kept. */
  protected readonly codes = signal<string[]>([]);

  protected async begin(): Promise<void> {
    try {
      this.secret.set((await this.reauthentication.run(this.api.beginTwoFactor())) ?? null);
    } catch (error) {
      this.notices.showError(error);
    }
  }

  protected enabled(codes: string[]): void {
    this.secret.set(null);
    this.codes.set(codes);
    this.remember(true);
  }

  protected async disable(): Promise<void> {
    const text = (key: string) => this.texts.translate(`settings.security.twoFactor.${key}`);
    try {
      const { password: hasPassword } = await firstValueFrom(this.api.methods());
      const question = { title: text('disableTitle'), action: text('disable') };
      const isDone = await (hasPassword
        ? this.reauthentication.ask({
            ...question,
            text: text('disableText'),
            submit: (password) => this.api.disableTwoFactor({ password }),
          })
        : this.disableWithoutPassword({ ...question, text: text('disableBare'), isDestructive: true }));
      if (isDone) {
        this.remember(false);
        void this.notices.show(text('disabled'));
      }
    } catch (error) {
      this.notices.showError(error);
    }
  }

  private async disableWithoutPassword(question: Question): Promise<boolean> {
    const isSure = await this.confirm.ask(question);
    await (isSure && this.reauthentication.run(this.api.disableTwoFactor({})));
    return isSure;
  }

  private remember(twoFactorEnabled: boolean): void {
    const me = this.session.me();
    if (me) {
      this.session.update({ ...me, twoFactorEnabled });
    }
  }
}
