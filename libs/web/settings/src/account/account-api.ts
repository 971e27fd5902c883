import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  ChangeEmail,
  ChangePassword,
  DeleteAccount,
  DeletionPreview,
  ForgotPassword,
  Session,
  SessionList,
} from '@parley/contracts';
import { map, type Observable } from 'rxjs';

@Service()
export class AccountApi {
  private readonly http = inject(HttpClient);

  sessions(): Observable<Session[]> {
    return this.http.get<SessionList>('/api/auth/sessions').pipe(map(({ items }) => items));
  }

  endSession(id: string): Observable<void> {
    return this.http.delete<undefined>(`/api/auth/sessions/${id}`);
  }

  /** All but this one. */
  endOtherSessions(): Observable<void> {
    return this.http.delete<undefined>('/api/auth/sessions');
  }

  /** Mails the link once more that confirms the address. */
  resendVerification(): Observable<void> {
    return this.http.post<undefined>('/api/auth/email/verify/resend', {});
  }

  /** Mails a link to the new address. @throws ProblemError `auth.reauth-required`, `auth.email-taken` */
  changeEmail(wish: ChangeEmail): Observable<void> {
    return this.http.post<undefined>('/api/auth/email', wish);
  }

  /** Mails a link by which a password is chosen. */
  mailPasswordLink(wish: ForgotPassword): Observable<void> {
    return this.http.post<undefined>('/api/auth/password/forgot', wish);
  }

  /** What stands in the way of deleting the account. */
  deletionPreview(): Observable<DeletionPreview> {
    return this.http.get<DeletionPreview>('/api/users/me/deletion');
  }

  /** @throws ProblemError `auth.reauth-required`, `room.last-owner`. */
  deleteAccount(wish: DeleteAccount): Observable<void> {
    return this.http.delete<undefined>('/api/users/me', { body: wish });
  }

  /** @throws ProblemError `auth.invalid-credentials`, `auth.password-too-weak`. */
  changePassword(change: ChangePassword): Observable<void> {
    return this.http.post<undefined>('/api/auth/password', change);
  }
}
