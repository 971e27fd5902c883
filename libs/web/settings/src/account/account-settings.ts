import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiLogoutVariant } from '@mdi/js';
import { Notices, Session } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { EmailForm } from './email-form';
import { PasswordSettings } from './password-settings';
import { DeleteAccount } from './delete-account';
import { SessionsList } from './sessions-list';
import { UnverifiedEmail } from './unverified-email';

@Component({
  selector: 'parley-account-settings',
  imports: [
    DeleteAccount,
    EmailForm,
    Icon,
    MatButton,
    PasswordSettings,
    SessionsList,
    TranslocoDirective,
    UnverifiedEmail,
  ],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.account'">
      <section aria-labelledby="account">
        <h2 id="account">{{ t('identity') }}</h2>
        @if (session.me(); as me) {
          <div class="setting">
            <div class="words">
              <strong>&#64;{{ me.username }}</strong>
              <small>{{ me.email }}</small>
            </div>
            <button matButton="outlined" type="button" [disabled]="isLeaving()" (click)="signOut()">
              <parley-icon [path]="signOutIcon" />{{ t('signOut') }}
            </button>
          </div>
          @if (isChangingEmail()) {
            <parley-email-form (closed)="isChangingEmail.set(false)" />
          } @else {
            <button matButton type="button" class="change" (click)="isChangingEmail.set(true)">
              {{ t('changeEmail') }}
            </button>
          }
          @if (!me.emailVerified) {
            <parley-unverified-email />
          }
        }
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{{ t('password') }}</h2>
        <parley-password-settings />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{{ t('sessions') }}</h2>
        <p class="lead">{{ t('sessionsText') }}</p>
        <parley-sessions-list />
      </section>
      <section aria-labelledby="delete">
        <h2 id="delete">{{ t('delete.heading') }}</h2>
        <p class="lead">{{ t('delete.lead') }}</p>
        <parley-delete-account />
      </section>
    </ng-container>
  `,
  styleUrl: '../section.css',
})
export class AccountSettings {
  private readonly notices = inject(Notices);

  protected readonly session = inject(Session);
  protected readonly isChangingEmail = signal(false);
  protected readonly isLeaving = signal(false);
  protected readonly signOutIcon = mdiLogoutVariant;

  protected async signOut(): Promise<void> {
    this.isLeaving.set(true);
    try {
      await this.session.signOut();
    } catch (error) {
      // Without the server the cookie would stay, and the next person here would be signed in with it.
      this.notices.showError(error);
    } finally {
      this.isLeaving.set(false);
    }
  }
}
