import { computed, inject, linkedSignal, Service, signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { UserPage } from '@parley/contracts';
import { Notices, UsersApi } from '@parley/web-core';
import { debounceTime, firstValueFrom } from 'rxjs';

const TYPING_PAUSE_MS = 200;
const empty: UserPage = { items: [], nextCursor: null };

/** The people who match, page by page. Provided by `DirectoryPage`. */
@Service({ autoProvided: false })
export class DirectoryStore {
  private readonly api = inject(UsersApi);
  private readonly notices = inject(Notices);

  readonly query = signal('');

  private readonly settled = toSignal(toObservable(this.query).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: '',
  });
  private readonly first = rxResource({
    params: () => this.settled(),
    stream: ({ params }) => this.api.search(params),
  });
  /** While a new search runs, what the last one has found stays on screen. */
  private readonly pages = linkedSignal<UserPage | undefined, UserPage>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (page, previous) => page ?? previous?.value ?? empty,
  });
  private readonly isLoadingMore = signal(false);

  readonly people = computed(() => this.pages().items);
  readonly hasMore = computed(() => this.pages().nextCursor !== null);
  readonly error = this.first.error;
  readonly isLoading = computed(() => this.first.isLoading() && this.people().length === 0);
  readonly isEmpty = computed(() => this.first.hasValue() && this.people().length === 0);

  retry(): void {
    this.first.reload();
  }

  async loadMore(): Promise<void> {
    const { nextCursor } = this.pages();
    if (nextCursor === null || this.isLoadingMore()) {
      return;
    }
    const query = this.settled();
    this.isLoadingMore.set(true);
    try {
      const page = await firstValueFrom(this.api.search(query, nextCursor));
      // Meanwhile somebody may have searched for something else.
      if (query === this.settled()) {
        this.pages.update(({ items }) => ({ ...page, items: [...items, ...page.items] }));
      }
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isLoadingMore.set(false);
    }
  }
}
