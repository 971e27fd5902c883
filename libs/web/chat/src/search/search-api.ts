import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { HitPage } from '@parley/contracts';
import { Authors } from '@parley/web-core';
import { type Observable, tap } from 'rxjs';
import { parametersOf } from './search-text';

export type SearchedThing = 'messages' | 'people' | 'rooms';

export interface SearchRequest {
  text: string;
  things: SearchedThing;
  /** Messages of this room alone. */
  roomId: string | null;
}

@Service()
export class SearchApi {
  private readonly authors = inject(Authors);
  private readonly http = inject(HttpClient);

  /** @throws ProblemError `request.invalid` when there is nothing to look for */
  search({ text, things, roomId }: SearchRequest, cursor: string | null = null): Observable<HitPage> {
    const isAboutMessages = things === 'messages';
    const params = {
      ...(isAboutMessages ? parametersOf(text) : { q: text.trim() }),
      ...(isAboutMessages && roomId && { roomId }),
      ...(cursor && { cursor }),
      in: things,
    };
    return this.http
      .get<HitPage>('/api/search', { params })
      .pipe(tap(({ items }) => this.authors.remember(items.flatMap(({ user }) => user ?? []))));
  }
}
