import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  AddPasskey,
  Authenticated,
  Passkey,
  PasskeyList,
  PasskeyProof,
  PasskeyQuestion,
  PasskeyWish,
} from '@parley/contracts';
import { map, type Observable } from 'rxjs';
import { withoutSession } from '../session/session-context';

const PATH = '/api/auth/passkeys';

@Service()
export class PasskeysApi {
  private readonly http = inject(HttpClient);

  list(): Observable<Passkey[]> {
    return this.http.get<PasskeyList>(PATH).pipe(map(({ items }) => items));
  }

  /** @throws ProblemError `auth.reauth-required`, `auth.too-many-passkeys` */
  begin(): Observable<PasskeyWish> {
    return this.http.post<PasskeyWish>(`${PATH}/options`, {});
  }

  /** @throws ProblemError `auth.passkey-invalid`, `auth.passkey-known` */
  add(wish: AddPasskey): Observable<Passkey> {
    return this.http.post<Passkey>(PATH, wish);
  }

  rename(id: string, name: string): Observable<void> {
    return this.http.patch<undefined>(`${PATH}/${id}`, { name });
  }

  /** @throws ProblemError `auth.reauth-required`, `auth.last-sign-in-method` */
  remove(id: string): Observable<void> {
    return this.http.delete<undefined>(`${PATH}/${id}`);
  }

  /** What a passkey answers by being shown. */
  ask(): Observable<PasskeyQuestion> {
    return this.http.post<PasskeyQuestion>(`${PATH}/sign-in/options`, {}, { context: withoutSession() });
  }

  /** @throws ProblemError `auth.passkey-invalid` */
  signIn(proof: PasskeyProof): Observable<Authenticated> {
    return this.http.post<Authenticated>(`${PATH}/sign-in`, proof, { context: withoutSession() });
  }

  /** @throws ProblemError `auth.passkey-invalid` */
  reauthenticate(proof: PasskeyProof): Observable<void> {
    return this.http.post<undefined>(`${PATH}/reauth`, proof);
  }
}
