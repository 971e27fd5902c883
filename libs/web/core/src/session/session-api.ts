import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Authenticated } from '@parley/contracts';
import type { Observable } from 'rxjs';
import { withoutSession } from './session-context';

@Service()
export class SessionApi {
  private readonly http = inject(HttpClient);

  /** Trades the cookie of this browser for an access token. */
  refresh(): Observable<Authenticated> {
    return this.http.post<Authenticated>('/api/auth/refresh', {}, { context: withoutSession() });
  }

  logout(): Observable<void> {
    return this.http.post<undefined>('/api/auth/logout', {});
  }
}
