import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiBellOutline } from '@mdi/js';
import { ErrorTexts } from '@parley/web-core';
import { EmptyState, Failure, NearEnd, Skeleton } from '@parley/web-ui';
import type { NotificationGroup } from './notification-groups';
import { NotificationList } from './notification-list';
import { NotificationsStore } from './notifications-store';

/** What one was told, with what to do when there is nothing, or nothing can be read. */
@Component({
  selector: 'parley-notification-inbox',
  imports: [EmptyState, Failure, MatButton, NearEnd, NotificationList, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'notifications'">
      @if (store.error(); as error) {
        <parley-failure [text]="errorTexts.of(error)" (retry)="store.load()" />
      } @else if (store.isLoading()) {
        <parley-skeleton [label]="t('loading')" [count]="isShort() ? 3 : 6" />
      } @else if (store.isEmpty()) {
        <parley-empty-state [icon]="emptyIcon" [heading]="t('empty')" [text]="t('emptyText')" />
      } @else {
        <parley-notification-list [groups]="store.groups()" (chosen)="choose($event)" />
        @if (store.hasMore()) {
          @if (isShort()) {
            <button matButton type="button" (click)="store.loadMore()">{{ t('more') }}</button>
          } @else {
            <div (parleyNearEnd)="store.loadMore()">
              <parley-skeleton [label]="t('loading')" [count]="2" />
            </div>
          }
        }
      }
    </ng-container>
  `,
})
export class NotificationInbox {
  protected readonly store = inject(NotificationsStore);
  protected readonly errorTexts = inject(ErrorTexts);

  /** In a small place. */
  readonly isShort = input(false);
  readonly chosen = output();

  protected readonly emptyIcon = mdiBellOutline;

  constructor() {
    this.store.open();
  }

  protected choose({ items, isUnread }: NotificationGroup): void {
    if (isUnread) {
      void this.store.read(items.map(({ id }) => id));
    }
    this.chosen.emit();
  }
}
