import { Component, computed, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatIconButton, MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiChevronDown,
  mdiChevronRight,
  mdiCompassOutline,
  mdiDotsVertical,
  mdiForumOutline,
  mdiSquareEditOutline,
  mdiTextSearch,
} from '@mdi/js';
import type { Room } from '@parley/contracts';
import { Authors, Realtime } from '@parley/web-core';
import { EmptyState, Icon, SearchBox, Skeleton } from '@parley/web-ui';
import { peopleIn } from '../people/people-in';
import { SearchStore } from '../search/search-store';
import { RoomItem } from './room-item';
import { RoomMenu } from './room-menu';
import { titleOf } from './room-naming';
import { type RoomSection, sectionsOf } from './room-sections';
import { RoomsStore } from './rooms-store';

/** The list pane: all rooms of the person, with a box that narrows it down at once. */
@Component({
  selector: 'parley-room-list',
  imports: [
    EmptyState,
    Icon,
    MatButton,
    MatIconButton,
    MatMenuTrigger,
    MatTooltip,
    RoomItem,
    RoomMenu,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './room-list.html',
  styleUrl: './room-list.css',
  host: { '(keydown.arrowdown)': 'move($event, 1)', '(keydown.arrowup)': 'move($event, -1)' },
})
export class RoomList {
  private readonly authors = inject(Authors);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private readonly search = inject(SearchStore);
  protected readonly realtime = inject(Realtime);
  protected readonly store = inject(RoomsStore);

  protected readonly icons = {
    browse: mdiCompassOutline,
    fold: mdiChevronDown,
    forum: mdiForumOutline,
    more: mdiDotsVertical,
    new: mdiSquareEditOutline,
    messages: mdiTextSearch,
    unfold: mdiChevronRight,
  };
  protected readonly filter = signal('');
  private readonly isArchiveOpen = signal(false);
  protected readonly sections = computed(() => sectionsOf(this.store.rooms(), this.filter()));
  protected readonly hasRooms = computed(() => this.store.rooms().length > 0);

  constructor() {
    effect(() =>
      this.authors.need(
        this.store
          .rooms()
          .flatMap(({ kind, lastMessage }) =>
            kind !== 'direct' && lastMessage ? peopleIn(lastMessage) : [],
          ),
      ),
    );
  }

  protected titleOf(room: Room): string {
    return titleOf(room);
  }

  /** The archive is folded until somebody looks for something in it. */
  protected isOpen({ name }: RoomSection): boolean {
    return name !== 'archived' || this.isArchiveOpen() || this.filter() !== '';
  }

  protected toggleArchive(): void {
    this.isArchiveOpen.update((isOpen) => !isOpen);
  }

  protected async startChat(): Promise<void> {
    const { NewChat } = await import('./new-chat');
    this.dialog.open(NewChat, { width: '32rem', maxWidth: '94vw' });
  }

  protected searchMessages(): void {
    this.search.open(this.filter());
    this.filter.set('');
  }

  /** The chat that is meant, or else what was said. */
  protected openFirst(): void {
    const room = this.sections()[0]?.rooms[0];
    if (room) {
      void this.router.navigate(['/chats', room.id]);
    } else if (this.filter().trim() !== '') {
      this.searchMessages();
    }
  }

  /** Arrows go through the rooms, also from the filter box. */
  protected move(event: Event, step: 1 | -1): void {
    const links = Array.from(this.list()?.nativeElement.querySelectorAll<HTMLElement>('a, .search') ?? []);
    const current = links.findIndex((link) => link === document.activeElement);
    const next = links[current + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }
}
