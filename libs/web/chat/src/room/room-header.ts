import { BreakpointObserver } from '@angular/cdk/layout';
import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiArrowLeft,
  mdiBellOffOutline,
  mdiCalendarSearchOutline,
  mdiInformationOutline,
  mdiLockOutline,
  mdiMagnify,
  mdiPinOutline,
  mdiStar,
} from '@mdi/js';
import type { Room } from '@parley/contracts';
import { Clock, Icon, Portrait, PresenceText } from '@parley/web-ui';
import { Pins } from '../pins/pins';
import { pictureOf, titleOf } from '../rooms/room-naming';
import { isMuted } from '../rooms/room-sections';
import { SearchStore } from '../search/search-store';

/** Of the screens that show either the list or the chat. */
const PHONE = '(width < 600px)';

/** Where one is, and the way to more about it. */
@Component({
  selector: 'parley-room-header',
  imports: [Icon, MatIconButton, MatTooltip, Portrait, PresenceText, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.header'">
      <a matIconButton class="back" routerLink="/chats" [attr.aria-label]="t('back')">
        <parley-icon [path]="icons.back" />
      </a>
      <parley-portrait [user]="picture()" [size]="36" [isPerson]="room().kind === 'direct'" />
      <div class="about">
        <h1>
          <bdi>{{ title() }}</bdi>
          @if (room().visibility === 'private' && room().kind === 'channel') {
            <parley-icon [path]="icons.private" [matTooltip]="t('private')" />
          }
          @if (room().me?.favourite) {
            <parley-icon class="favourite" [path]="icons.favourite" [matTooltip]="t('favourite')" />
          }
          @if (isMuted()) {
            <parley-icon [path]="icons.muted" [matTooltip]="t('muted')" />
          }
        </h1>
        <p>
          @if (room().kind === 'direct') {
            @if (room().peers[0]; as peer) {
              <bdi>&#64;{{ peer.username }}</bdi>
              <parley-presence-text class="presence" [userId]="peer.id" />
            }
          } @else {
            <span>{{ t('members', { count: room().memberCount }) }}</span>
            @if (room().topic) {
              <span class="topic" [title]="room().topic"> · {{ room().topic }}</span>
            }
          }
        </p>
      </div>
      <button
        matIconButton
        type="button"
        [attr.aria-label]="t('search')"
        [matTooltip]="t('search')"
        (click)="search()"
      >
        <parley-icon [path]="icons.search" />
      </button>
      <button
        matIconButton
        type="button"
        [attr.aria-label]="t('jumpToDate')"
        [matTooltip]="t('jumpToDate')"
        (click)="dateWanted.emit()"
      >
        <parley-icon [path]="icons.date" />
      </button>
      <button
        matIconButton
        type="button"
        class="pins"
        [attr.aria-label]="t('pins')"
        [matTooltip]="t('pins')"
        (click)="pins.open()"
      >
        <parley-icon [path]="icons.pins" />
      </button>
      <button
        #details
        matIconButton
        type="button"
        [class.open]="isOpen()"
        [attr.aria-expanded]="isOpen()"
        [attr.aria-label]="t('details')"
        [matTooltip]="t('details')"
        (click)="detailsWanted.emit()"
      >
        <parley-icon [path]="icons.details" />
      </button>
    </ng-container>
  `,
  styleUrl: './room-header.css',
})
export class RoomHeader {
  private readonly clock = inject(Clock);
  protected readonly pins = inject(Pins);
  private readonly router = inject(Router);
  private readonly screen = inject(BreakpointObserver);
  private readonly searches = inject(SearchStore);

  private readonly details = viewChild<unknown, ElementRef<HTMLElement>>('details', { read: ElementRef });

  readonly room = input.required<Room>();
  /** Whether the details are shown. */
  readonly isOpen = input(false);
  readonly detailsWanted = output();
  readonly dateWanted = output();

  protected readonly icons = {
    back: mdiArrowLeft,
    date: mdiCalendarSearchOutline,
    details: mdiInformationOutline,
    favourite: mdiStar,
    muted: mdiBellOffOutline,
    pins: mdiPinOutline,
    private: mdiLockOutline,
    search: mdiMagnify,
  };
  protected readonly title = computed(() => titleOf(this.room()));
  protected readonly picture = computed(() => pictureOf(this.room()));
  protected readonly isMuted = computed(() => isMuted(this.room(), this.clock.now()));

  protected search(): void {
    this.searches.open('', this.room().id);
    if (this.screen.isMatched(PHONE)) {
      void this.router.navigate(['/chats']);
    }
  }

  /** Where the focus belongs when the details are closed. */
  focusDetails(): void {
    this.details()?.nativeElement.focus();
  }
}
