import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { SuggestedPeople, UserPage } from '@parley/contracts';
import { type Observable, tap } from 'rxjs';
import { People } from '../people/people';

const LARGE_PAGE = 100;

@Service()
export class FollowsApi {
  private readonly http = inject(HttpClient);
  private readonly people = inject(People);

  /** Who came last first. */
  page(side: 'followers' | 'following', userId: string, cursor: string | null): Observable<UserPage> {
    const params = { limit: LARGE_PAGE, ...(cursor && { cursor }) };
    return this.http
      .get<UserPage>(`/api/users/${userId}/${side}`, { params })
      .pipe(tap(({ items }) => this.people.remember(items)));
  }

  /** People whom one shares rooms with and does not follow. */
  suggestions(): Observable<SuggestedPeople> {
    return this.http.get<SuggestedPeople>('/api/users/suggestions');
  }
}
