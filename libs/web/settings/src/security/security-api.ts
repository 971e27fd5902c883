import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreatedToken,
  CreateToken,
  DisableTwoFactor,
  EnableTwoFactor,
  LinkedIdentity,
  LinkedIdentityList,
  PersonalToken,
  PersonalTokenList,
  ProviderAddress,
  Reauthenticate,
  RecoveryCodes,
  SignInMethods,
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

  /** How one comes into this account. */
  methods(): Observable<SignInMethods> {
    return this.http.get<SignInMethods>('/api/auth/methods');
  }

  /** The page of a provider where one shows once more who one is. */
  proveByProvider(provider: string): Observable<ProviderAddress> {
    return this.http.post<ProviderAddress>(`/api/auth/oidc/${provider}/reauth`, {});
  }

  identities(): Observable<LinkedIdentity[]> {
    return this.http.get<LinkedIdentityList>('/api/auth/identities').pipe(map(({ items }) => items));
  }

  /** The page of a provider by which it is linked. @throws ProblemError `auth.reauth-required` */
  linkProvider(provider: string): Observable<ProviderAddress> {
    return this.http.post<ProviderAddress>(`/api/auth/oidc/${provider}/link`, {});
  }

  /** @throws ProblemError `auth.reauth-required`, `auth.last-sign-in-method` */
  unlinkIdentity(id: string): Observable<void> {
    return this.http.delete<undefined>(`/api/auth/identities/${id}`);
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

  /** @throws ProblemError `auth.invalid-credentials`; `auth.reauth-required` without a password */
  disableTwoFactor(proof: DisableTwoFactor): Observable<void> {
    return this.http.delete<undefined>('/api/auth/two-factor', { body: proof });
  }
}
