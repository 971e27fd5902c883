import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Me, Profile, UpdateMe, UserPage } from '@parley/contracts';
import { type Observable, tap } from 'rxjs';
import { Session } from '../session/session';
import { People } from './people';

@Service()
export class UsersApi {
  private readonly http = inject(HttpClient);
  private readonly people = inject(People);
  private readonly session = inject(Session);

  /** People whose name contains the query; everybody when it is empty. */
  search(query: string, cursor?: string | null): Observable<UserPage> {
    const params = { ...(query.trim() && { query: query.trim() }), ...(cursor && { cursor }) };
    return this.http
      .get<UserPage>('/api/users', { params })
      .pipe(tap(({ items }) => this.people.remember(items)));
  }

  /** @throws ProblemError `user.not-found`. */
  profile(idOrUsername: string): Observable<Profile> {
    return this.http
      .get<Profile>(`/api/users/${encodeURIComponent(idOrUsername)}`)
      .pipe(tap((user) => this.people.remember([user])));
  }

  me(): Observable<Me> {
    return this.http.get<Me>('/api/users/me').pipe(tap((me) => this.adopt(me)));
  }

  updateMe(changes: UpdateMe): Observable<Me> {
    return this.http.patch<Me>('/api/users/me', changes).pipe(tap((me) => this.adopt(me)));
  }

  /** Whom one has blocked, the last one first. */
  blocks(cursor?: string): Observable<UserPage> {
    return this.http.get<UserPage>('/api/users/me/blocks', {
      params: { limit: 100, ...(cursor && { cursor }) },
    });
  }

  block(userId: string): Observable<unknown> {
    return this.http.put(`/api/users/${userId}/block`, {});
  }

  unblock(userId: string): Observable<unknown> {
    return this.http.delete(`/api/users/${userId}/block`);
  }

  follow(userId: string): Observable<unknown> {
    return this.http.put(`/api/users/${userId}/follow`, {});
  }

  unfollow(userId: string): Observable<unknown> {
    return this.http.delete(`/api/users/${userId}/follow`);
  }

  setAvatar(picture: File): Observable<Me> {
    const form = new FormData();
    form.append('file', picture);
    return this.http.put<Me>('/api/users/me/avatar', form).pipe(tap((me) => this.adopt(me)));
  }

  removeAvatar(): Observable<Me> {
    return this.http.delete<Me>('/api/users/me/avatar').pipe(tap((me) => this.adopt(me)));
  }

  private adopt(me: Me): void {
    this.session.update(me);
    this.people.remember([me]);
  }
}
