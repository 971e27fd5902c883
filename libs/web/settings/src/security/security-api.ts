import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreatedToken,
  CreateToken,
  DisableTwoFactor,
  EnableTwoFactor,
  PersonalToken,
  PersonalTokenList,
  Reauthenticate,
  RecoveryCodes,
  TwoFactorSecret,
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

  /** @throws ProblemError `auth.reauth-required` */
  beginTwoFactor(): Observable<TwoFactorSecret> {
    return this.http.post<TwoFactorSecret>('/api/auth/two-factor', {});
  }

  /** @throws ProblemError `auth.second-factor-invalid`, `auth.reauth-required` */
  enableTwoFactor(code: EnableTwoFactor): Observable<RecoveryCodes> {
    return this.http.post<RecoveryCodes>('/api/auth/two-factor/enable', code);
  }

  /** @throws ProblemError `auth.invalid-credentials` */
  disableTwoFactor(proof: DisableTwoFactor): Observable<void> {
    return this.http.delete<undefined>('/api/auth/two-factor', { body: proof });
  }
}
