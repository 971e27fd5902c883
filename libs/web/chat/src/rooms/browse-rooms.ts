import { Component, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { toSignal, toObservable } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiArrowLeft, mdiCompassOutline } from '@mdi/js';
import type { Room } from '@parley/contracts';
import { EmptyState, Icon, SearchBox, Skeleton } from '@parley/web-ui';
import { debounceTime, distinctUntilChanged, firstValueFrom } from 'rxjs';
import { PublicRoom } from './public-room';
import { RoomActions } from './room-actions';
import { RoomsApi } from './rooms-api';
import { RoomsStore } from './rooms-store';

const TYPING_PAUSE_MS = 200;

/** All public rooms: search, join, leave. More are loaded when the end of the list comes into view. */
@Component({
  selector: 'parley-browse-rooms',
  imports: [
    EmptyState,
    Icon,
    MatButton,
    MatIconButton,
    PublicRoom,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoDirective,
  ],
  templateUrl: './browse-rooms.html',
  styleUrl: './browse-rooms.css',
})
export class BrowseRooms {
  private readonly api = inject(RoomsApi);
  private readonly store = inject(RoomsStore);
  private readonly end = viewChild<ElementRef<HTMLElement>>('end');
  protected readonly actions = inject(RoomActions);

  protected readonly icons = { back: mdiArrowLeft, browse: mdiCompassOutline };
  protected readonly text = signal('');
  protected readonly rooms = signal<readonly Room[]>([]);
  protected readonly condition = signal<'loading' | 'ready' | 'error'>('loading');
  private cursor: string | null = null;
  private asked = 0;

  private readonly query = toSignal(
    toObservable(this.text).pipe(debounceTime(TYPING_PAUSE_MS), distinctUntilChanged()),
    { initialValue: '' },
  );

  constructor() {
    effect(() => {
      this.query();
      untracked(() => this.begin());
    });
    effect((onCleanup) => {
      const end = this.end()?.nativeElement;
      if (end) {
        const observer = new IntersectionObserver(([entry]) => {
          if (entry?.isIntersecting && this.cursor && this.condition() === 'ready') {
            void this.load(this.cursor);
          }
        });
        observer.observe(end);
        onCleanup(() => observer.disconnect());
      }
    });
  }

  /** The room as the list knows it, when it is one of ours: it may have been joined since. */
  protected latest(room: Room): Room {
    return this.store.get(room.id) ?? (this.store.status() === 'ready' ? { ...room, me: null } : room);
  }

  protected begin(): void {
    this.cursor = null;
    void this.load(null);
  }

  private async load(cursor: string | null): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    this.condition.set('loading');
    try {
      const { items, nextCursor } = await firstValueFrom(this.api.browse(this.query().trim(), cursor));
      if (asked === this.asked) {
        this.cursor = nextCursor;
        this.rooms.update((rooms) => (cursor ? [...rooms, ...items] : items));
        this.condition.set('ready');
      }
    } catch {
      if (asked === this.asked) {
        this.condition.set('error');
      }
    }
  }
}
