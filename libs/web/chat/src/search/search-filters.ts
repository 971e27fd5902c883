import { Component, computed, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiClose, mdiFilterPlusOutline } from '@mdi/js';
import { Icon } from '@parley/web-ui';
import { titleOf } from '../rooms/room-naming';
import { RoomsStore } from '../rooms/rooms-store';
import { SearchStore } from './search-store';
import { chipsOf, type FilterChip, withFilter } from './search-text';

const DAY_MS = 86_400_000;

/** What narrows the search down: each as a chip that can be taken away, and a menu with more of them. */
@Component({
  selector: 'parley-search-filters',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.search'">
      <ul [attr.aria-label]="t('filters')">
        @if (room(); as room) {
          <li>
            <span
              >{{ t('inRoom') }} <bdi>{{ room }}</bdi></span
            >
            <button type="button" [attr.aria-label]="t('without', { filter: room })" (click)="anywhere()">
              <parley-icon [path]="icons.remove" />
            </button>
          </li>
        }
        @for (chip of chips(); track chip.name + chip.value) {
          <li>
            <span
              >{{ t('chips.' + chip.name) }} <bdi>{{ chip.value }}</bdi></span
            >
            <button
              type="button"
              [attr.aria-label]="t('without', { filter: chip.value })"
              (click)="store.text.set(chip.without)"
            >
              <parley-icon [path]="icons.remove" />
            </button>
          </li>
        }
      </ul>
      <button
        matIconButton
        type="button"
        [matMenuTriggerFor]="menu"
        [attr.aria-label]="t('addFilter')"
        [matTooltip]="t('addFilter')"
      >
        <parley-icon [path]="icons.add" />
      </button>
      <mat-menu #menu="matMenu">
        <button mat-menu-item type="button" (click)="add('from', 'me')">{{ t('fromMe') }}</button>
        <button mat-menu-item type="button" (click)="add('has', 'link')">{{ t('hasLink') }}</button>
        <button mat-menu-item type="button" (click)="add('after', daysAgo(7))">{{ t('lastWeek') }}</button>
        <button mat-menu-item type="button" (click)="add('after', daysAgo(30))">{{ t('lastMonth') }}</button>
        <button mat-menu-item type="button" (click)="add('before', daysAgo(365))">{{ t('yearAgo') }}</button>
      </mat-menu>
    </ng-container>
  `,
  styleUrl: './search-filters.css',
})
export class SearchFilters {
  private readonly rooms = inject(RoomsStore);
  protected readonly store = inject(SearchStore);

  protected readonly icons = { add: mdiFilterPlusOutline, remove: mdiClose };
  protected readonly chips = computed(() => chipsOf(this.store.text()));
  protected readonly room = computed(() => {
    const room = this.rooms.rooms().find(({ id }) => id === this.store.roomId());
    return room ? titleOf(room) : '';
  });

  protected anywhere(): void {
    this.store.roomId.set(null);
  }

  protected add(name: FilterChip['name'], value: string): void {
    this.store.text.set(withFilter(this.store.text(), name, value));
  }

  /** A day of the calendar here. */
  protected daysAgo(days: number): string {
    const day = new Date(Date.now() - days * DAY_MS);
    const two = (number: number) => String(number).padStart(2, '0');
    return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }
}
