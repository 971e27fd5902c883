import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { SignInProvider, SignInProviderList } from '@parley/contracts';
import { map, type Observable } from 'rxjs';
import { withoutSession } from '../session/session-context';

@Service()
export class ProvidersApi {
  private readonly http = inject(HttpClient);

  /** Where else one can sign in. */
  list(): Observable<SignInProvider[]> {
    return this.http
      .get<SignInProviderList>('/api/auth/providers', { context: withoutSession() })
      .pipe(map(({ items }) => items));
  }
}
