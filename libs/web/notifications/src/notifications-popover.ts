import { A11yModule } from '@angular/cdk/a11y';
import { Component, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { provideTranslocoScope, TranslocoDirective } from '@jsverse/transloco';
import { NotificationInbox } from './notification-inbox';
import { NotificationsStore } from './notifications-store';

/** The newest notifications beside the bell. */
@Component({
  selector: 'parley-notifications-popover',
  imports: [A11yModule, MatButton, NotificationInbox, RouterLink, TranslocoDirective],
  providers: [provideTranslocoScope('notifications')],
  template: `
    <section
      *transloco="let t; prefix: 'notifications'"
      role="dialog"
      cdkTrapFocus
      cdkTrapFocusAutoCapture
      [attr.aria-label]="t('title')"
    >
      <header>
        <h2>{{ t('title') }}</h2>
        @if (store.hasUnread()) {
          <button matButton type="button" (click)="store.read()">{{ t('readAll') }}</button>
        }
      </header>
      <div class="list"><parley-notification-inbox [isShort]="true" (chosen)="closed.emit()" /></div>
      <footer>
        <a matButton routerLink="/notifications" (click)="closed.emit()">{{ t('all') }}</a>
        <a matButton routerLink="/settings/notifications" (click)="closed.emit()">{{ t('settings') }}</a>
      </footer>
    </section>
  `,
  styleUrl: './notifications-popover.css',
})
export class NotificationsPopover {
  readonly closed = output();

  protected readonly store = inject(NotificationsStore);
}
