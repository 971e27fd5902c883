import { computed, inject, Service, signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { Member } from '@parley/contracts';
import { RoomsApi } from '../rooms/rooms-api';

interface Search {
  roomId: string;
  query: string;
}

/** Finds people among the members of a room, however many there are. */
@Service({ autoProvided: false })
export class MemberSearch {
  private readonly api = inject(RoomsApi);
  readonly search = signal<Search | null>(null);

  private readonly page = rxResource({
    params: () => this.search() ?? undefined,
    stream: ({ params: { roomId, query } }) => this.api.members(roomId, null, query),
  });

  readonly found = computed<readonly Member[]>(() => (this.page.hasValue() ? this.page.value().items : []));
  readonly isSearching = this.page.isLoading;
  readonly hasFailed = computed(() => this.page.error() !== undefined);

  again(): void {
    this.page.reload();
  }
}
