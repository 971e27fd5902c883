import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { ForgotPassword, ResetPassword, VerifyEmail } from '@parley/contracts';
import { withoutSession } from '@parley/web-core';
import type { Observable } from 'rxjs';

/** What is done by links out of mails, signed in or not. */
@Service()
export class LinksApi {
  private readonly http = inject(HttpClient);

  /** The answer is the same for addresses that nobody has. */
  forgot(wish: ForgotPassword): Observable<void> {
    return this.http.post<undefined>('/api/auth/password/forgot', wish, { context: withoutSession() });
  }

  /** @throws ProblemError `auth.link-invalid`, `auth.password-too-weak` */
  reset(wish: ResetPassword): Observable<void> {
    return this.http.post<undefined>('/api/auth/password/reset', wish, { context: withoutSession() });
  }

  /** @throws ProblemError `auth.link-invalid` */
  verify(link: VerifyEmail): Observable<void> {
    return this.http.post<undefined>('/api/auth/email/verify', link, { context: withoutSession() });
  }
}
