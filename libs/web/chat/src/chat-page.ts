import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { BrowserStorage } from '@parley/web-core';
import { filter, map } from 'rxjs';
import { RoomList } from './rooms/room-list';
import { nextUnread, sectionsOf } from './rooms/room-sections';
import { RoomsStore } from './rooms/rooms-store';
import { SearchPane } from './search/search-pane';
import { SearchStore } from './search/search-store';

const WIDTH_KEY = 'parley.chat.list-width';
const WIDTH = { least: 240, usual: 320, most: 480 };
const STEP = 16;

/** The list of rooms and, beside it, what was chosen from it. On a phone one of the two. */
@Component({
  selector: 'parley-chat-page',
  imports: [RoomList, RouterOutlet, SearchPane, TranslocoDirective],
  templateUrl: './chat-page.html',
  styleUrl: './chat-page.css',
  host: {
    '[style.--list-width.px]': 'width()',
    '[class.has-choice]': 'hasChoice()',
    '(document:keydown.alt.arrowup)': 'goToUnread($event, -1)',
    '(document:keydown.alt.arrowdown)': 'goToUnread($event, 1)',
  },
})
export class ChatPage {
  private readonly router = inject(Router);
  private readonly rooms = inject(RoomsStore);
  private readonly storage = inject(BrowserStorage);
  protected readonly search = inject(SearchStore);
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );

  protected readonly limits = WIDTH;
  protected readonly width = signal(this.storage.read(WIDTH_KEY, isWidth) ?? WIDTH.usual);
  protected readonly hasChoice = computed(() => /^\/chats\/./.test(this.url()));

  private readonly inOrder = computed(() => sectionsOf(this.rooms.rooms(), '').flatMap(({ rooms }) => rooms));

  constructor() {
    effect(() => this.storage.write(WIDTH_KEY, this.width()));
    effect(() => this.openSearch(this.url()));
  }

  protected goToUnread(event: Event, step: 1 | -1): void {
    event.preventDefault();
    const current = /^\/chats\/([0-9a-f-]{36})/.exec(this.url())?.[1] ?? null;
    const room = nextUnread(this.inOrder(), current, step);
    if (room) {
      void this.router.navigate(['/chats', room.id]);
    }
  }

  /** `/chats?search=tea` opens the search from anywhere in the app. */
  private openSearch(url: string): void {
    const { search } = this.router.parseUrl(url).queryParams;
    if (typeof search === 'string') {
      untracked(() => this.search.open(search));
      const without = {
        queryParams: { search: null },
        queryParamsHandling: 'merge',
        replaceUrl: true,
      } as const;
      void this.router.navigate([], without);
    }
  }

  protected drag(event: PointerEvent): void {
    const handle = event.target as HTMLElement;
    const begin = this.width() - event.clientX;
    const abort = new AbortController();
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', ({ clientX }) => this.resize(begin + clientX), abort);
    handle.addEventListener('lostpointercapture', () => abort.abort(), abort);
  }

  protected nudge(event: Event, direction: 1 | -1): void {
    event.preventDefault();
    this.resize(this.width() + direction * STEP);
  }

  private resize(width: number): void {
    this.width.set(Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width))));
  }
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= WIDTH.least && value <= WIDTH.most;
}
