import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CreateInvite, Invite, InviteList } from '@parley/contracts';
import { map, type Observable } from 'rxjs';

const ROOMS = '/api/chatrooms';

@Service()
export class InvitesApi {
  private readonly http = inject(HttpClient);

  /** Those that still let people in, the newest first. @throws ProblemError `room.forbidden` */
  list(roomId: string): Observable<Invite[]> {
    return this.http.get<InviteList>(`${ROOMS}/${roomId}/invites`).pipe(map(({ items }) => items));
  }

  /** @throws ProblemError `room.forbidden`, `room.archived`, `invite.too-many` */
  create(roomId: string, wish: CreateInvite): Observable<Invite> {
    return this.http.post<Invite>(`${ROOMS}/${roomId}/invites`, wish);
  }

  /** @throws ProblemError `invite.gone` */
  revoke(token: string): Observable<unknown> {
    return this.http.delete(`${ROOMS}/invites/${token}`);
  }
}
