import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { InvitePreview, Room } from '@parley/contracts';
import { withoutSession } from '@parley/web-core';
import { catchError, map, type Observable, of } from 'rxjs';

/** What somebody who has a link into a room may do with it. */
@Service()
export class InviteApi {
  private readonly http = inject(HttpClient);

  /** Also for people who are not signed in. @throws ProblemError `invite.gone` */
  preview(token: string): Observable<InvitePreview> {
    return this.http.get<InvitePreview>(`/api/invites/${token}`, { context: withoutSession() });
  }

  /** @throws ProblemError `invite.gone`, `room.archived`, `room.full` */
  accept(token: string): Observable<Room> {
    return this.http.post<Room>(`/api/invites/${token}/accept`, {});
  }

  /** Whether the person is in the room already. */
  isMember(roomId: string): Observable<boolean> {
    return this.http.get<Room>(`/api/chatrooms/${roomId}`).pipe(
      map(({ me }) => me !== null),
      // For who is not in it, a private room does not exist.
      catchError(() => of(false)),
    );
  }
}
