import { computed, inject, Service, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { User } from '@parley/contracts';
import { UsersApi } from '@parley/web-core';

/** The search behind a people picker. */
@Service({ autoProvided: false })
export class PeopleSearch {
  private readonly api = inject(UsersApi);
  readonly query = signal<string | null>(null);

  private readonly page = rxResource({
    params: () => this.query() ?? undefined,
    stream: ({ params: query }) => this.api.search(query),
  });

  readonly found = computed<readonly User[]>(() => (this.page.hasValue() ? this.page.value().items : []));
  readonly isSearching = this.page.isLoading;
}
