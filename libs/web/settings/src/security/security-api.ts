import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreatedToken,
  CreateToken,
  PersonalToken,
  PersonalTokenList,
  Reauthenticate,
} from '@parley/contracts';
import { map, type Observable } from 'rxjs';

@Service()
export class SecurityApi {
  private readonly http = inject(HttpClient);

  /** @throws ProblemError `auth.invalid-credentials` */
  reauthenticate(proof: Reauthenticate): Observable<void> {
    return this.http.post<undefined>('/api/auth/reauth', proof);
  }

  tokens(): Observable<PersonalToken[]> {
    return this.http.get<PersonalTokenList>('/api/auth/tokens').pipe(map(({ items }) => items));
  }

  /** @throws ProblemError `auth.reauth-required`, `auth.too-many-tokens` */
  createToken(wish: CreateToken): Observable<CreatedToken> {
    return this.http.post<CreatedToken>('/api/auth/tokens', wish);
  }

  removeToken(id: string): Observable<void> {
    return this.http.delete<undefined>(`/api/auth/tokens/${id}`);
  }
}
