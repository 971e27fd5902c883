import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Authenticated, FinishSignIn, Login, Register } from '@parley/contracts';
import { withoutSession } from '@parley/web-core';
import type { Observable } from 'rxjs';

@Service()
export class AuthApi {
  private readonly http = inject(HttpClient);

  /** @throws ProblemError `auth.invalid-credentials`, `auth.second-factor-required`, `auth.second-factor-invalid`. */
  login(login: Login): Observable<Authenticated> {
    return this.http.post<Authenticated>('/api/auth/login', login, { context: withoutSession() });
  }

  /** After a provider. @throws ProblemError `auth.second-factor-invalid`, `auth.sign-in-expired`. */
  finishSignIn(proof: FinishSignIn): Observable<Authenticated> {
    return this.http.post<Authenticated>('/api/auth/oidc/finish', proof, { context: withoutSession() });
  }

  /** @throws ProblemError `auth.username-taken`, `auth.email-taken`, `auth.password-too-weak`. */
  register(register: Register): Observable<Authenticated> {
    return this.http.post<Authenticated>('/api/auth/register', register, { context: withoutSession() });
  }
}
