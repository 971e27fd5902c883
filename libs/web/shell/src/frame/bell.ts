import { NgComponentOutlet } from '@angular/common';
import { CdkConnectedOverlay, CdkOverlayOrigin, type ConnectedPosition } from '@angular/cdk/overlay';
import { Component, computed, effect, inject, signal, type Type } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiBell, mdiBellOutline } from '@mdi/js';
import { Unread } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { filter, map } from 'rxjs';

const PHONE = '(width < 600px)';
const PAGE = '/notifications';

/** The way to the notifications: on a phone the page, elsewhere a small window beside it. */
@Component({
  selector: 'parley-bell',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Icon, NgComponentOutlet, TranslocoDirective],
  template: `
    <a
      *transloco="let t; prefix: 'navigation'"
      #origin="cdkOverlayOrigin"
      cdkOverlayOrigin
      href="/notifications"
      aria-haspopup="dialog"
      [class.active]="isActive()"
      [attr.aria-current]="isActive() ? 'page' : null"
      [attr.aria-expanded]="isOpen()"
      (click)="toggle($event)"
    >
      <span class="picture">
        <parley-icon [path]="isActive() || isOpen() ? activeIcon : icon" />
        @if (unread.notifications() > 0) {
          <span class="badge" aria-hidden="true">{{
            unread.notifications() > 99 ? '99+' : unread.notifications()
          }}</span>
        }
      </span>
      <span class="label">{{ t('notifications') }}</span>
      @if (unread.notifications() > 0) {
        <span class="parley-hidden">{{ t('unreadNotifications', { count: unread.notifications() }) }}</span>
      }
      <ng-template
        cdkConnectedOverlay
        [cdkConnectedOverlayOrigin]="origin"
        [cdkConnectedOverlayOpen]="isOpen()"
        [cdkConnectedOverlayPositions]="positions"
        [cdkConnectedOverlayPush]="true"
        [cdkConnectedOverlayViewportMargin]="8"
        (overlayOutsideClick)="close()"
        (detach)="close()"
      >
        <ng-container [ngComponentOutlet]="popover()" />
      </ng-template>
    </a>
  `,
  styleUrl: './navigation-item.css',
})
export class Bell {
  private readonly router = inject(Router);
  protected readonly unread = inject(Unread);

  protected readonly isOpen = signal(false);
  protected readonly popover = signal<Type<unknown> | null>(null);
  protected readonly icon = mdiBellOutline;
  protected readonly activeIcon = mdiBell;
  protected readonly positions: ConnectedPosition[] = [
    { originX: 'end', originY: 'top', overlayX: 'start', overlayY: 'top', offsetX: 8 },
  ];

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  protected readonly isActive = computed(() => this.url().startsWith(PAGE));

  constructor() {
    effect(() => {
      this.url();
      this.isOpen.set(false);
    });
  }

  protected close(): void {
    this.isOpen.set(false);
  }

  /** With a key held it is a link like others: a tab or a window of its own. */
  protected async toggle(event: MouseEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) {
      return;
    }
    event.preventDefault();
    if (matchMedia(PHONE).matches || this.isActive()) {
      await this.router.navigateByUrl(PAGE);
      return;
    }
    const { NotificationsPopover } = await import('@parley/web-notifications');
    this.popover.set(NotificationsPopover);
    this.isOpen.update((isOpen) => !isOpen);
  }
}
