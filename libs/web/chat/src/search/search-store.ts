import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { HitPage } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { debounceTime, firstValueFrom } from 'rxjs';
import { RecentSearches } from './recent-searches';
import { SearchApi, type SearchedThing, type SearchRequest } from './search-api';

const TYPING_PAUSE_MS = 250;
/** A page may be short although there is more: as many are read as fill a screen, or so many times. */
const ENOUGH = 15;
const MOST_PAGES = 10;
const empty: HitPage = { items: [], nextCursor: null, similar: false };

/** What is searched for, and what was found. It outlives the pane, so that one can come back to it. */
@Service()
export class SearchStore {
  private readonly api = inject(SearchApi);
  private readonly notices = inject(Notices);
  private readonly recent = inject(RecentSearches);

  private readonly isShown = signal(false);
  private readonly isLoadingMore = signal(false);

  /** Whether the results are in the place of the list of rooms. */
  readonly isOpen = this.isShown.asReadonly();
  readonly text = signal('');
  readonly things = signal<SearchedThing>('messages');
  /** The room whose messages alone are searched. */
  readonly roomId = signal<string | null>(null);

  private readonly request = computed<SearchRequest>(
    () => ({ text: this.text().trim(), things: this.things(), roomId: this.roomId() }),
    { equal: isSame },
  );
  private readonly settled = toSignal(toObservable(this.request).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: this.request(),
  });
  private readonly first = rxResource({
    params: () => (this.settled().text === '' ? undefined : this.settled()),
    stream: ({ params }) => this.api.search(params),
  });
  /** While a new search runs, what the last one has found stays on screen. */
  private readonly pages = linkedSignal<HitPage | undefined, HitPage>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (page, previous) => page ?? previous?.value ?? empty,
  });

  readonly isIdle = computed(() => this.settled().text === '');
  readonly hits = computed(() => (this.isIdle() ? [] : this.pages().items));
  readonly isSimilar = computed(() => this.pages().similar);
  readonly hasMore = computed(() => !this.isIdle() && this.pages().nextCursor !== null);
  readonly error = this.first.error;
  readonly isLoading = computed(() => this.first.isLoading());
  readonly isEmpty = computed(() => this.first.hasValue() && this.hits().length === 0 && !this.hasMore());

  /** @param roomId to look in this room alone */
  open(text: string, roomId: string | null = null): void {
    this.text.set(text);
    this.roomId.set(roomId);
    this.things.set('messages');
    this.isShown.set(true);
  }

  close(): void {
    this.isShown.set(false);
    this.text.set('');
    this.roomId.set(null);
  }

  /** Somebody has found what they looked for, or means what they have typed. */
  remember(): void {
    this.recent.add(this.text());
  }

  retry(): void {
    this.first.reload();
  }

  async loadMore(): Promise<void> {
    if (this.isLoadingMore()) {
      return;
    }
    this.isLoadingMore.set(true);
    const request = this.settled();
    try {
      const before = this.hits().length;
      for (let page = 0; page < MOST_PAGES && this.hits().length < before + ENOUGH; page += 1) {
        if (!(await this.loadPage(request))) {
          break;
        }
      }
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isLoadingMore.set(false);
    }
  }

  /** @returns whether there was one, and nobody searches for something else */
  private async loadPage(request: SearchRequest): Promise<boolean> {
    const { nextCursor } = this.pages();
    if (nextCursor === null || request !== this.settled()) {
      return false;
    }
    const page = await firstValueFrom(this.api.search(request, nextCursor));
    if (request !== this.settled()) {
      return false;
    }
    this.pages.update(({ items, similar }) => ({
      items: [...items, ...page.items],
      nextCursor: page.nextCursor,
      similar: similar || page.similar,
    }));
    return true;
  }
}

function isSame(a: SearchRequest, b: SearchRequest): boolean {
  return a.text === b.text && a.things === b.things && a.roomId === b.roomId;
}
