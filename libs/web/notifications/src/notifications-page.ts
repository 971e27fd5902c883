import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCogOutline } from '@mdi/js';
import { Icon } from '@parley/web-ui';
import { NotificationInbox } from './notification-inbox';
import { NotificationsStore } from './notifications-store';

@Component({
  selector: 'parley-notifications-page',
  imports: [Icon, MatButton, MatIconButton, MatTooltip, NotificationInbox, RouterLink, TranslocoDirective],
  template: `
    <div class="column" *transloco="let t; prefix: 'notifications'">
      <header>
        <h1>{{ t('title') }}</h1>
        @if (store.hasUnread()) {
          <button matButton type="button" (click)="store.read()">{{ t('readAll') }}</button>
        }
        <a
          matIconButton
          routerLink="/settings/notifications"
          [attr.aria-label]="t('settings')"
          [matTooltip]="t('settings')"
        >
          <parley-icon [path]="settingsIcon" />
        </a>
      </header>
      <parley-notification-inbox />
    </div>
  `,
  styleUrl: './notifications-page.css',
})
export class NotificationsPage {
  protected readonly store = inject(NotificationsStore);
  protected readonly settingsIcon = mdiCogOutline;
}
