import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type {
  CreateRoom,
  MemberPage,
  Room,
  RoomChanges,
  RoomPage,
  RoomRole,
  UpdateMembership,
  UpdateRoom,
} from '@parley/contracts';
import type { Observable } from 'rxjs';

const ROOMS = '/api/chatrooms';

@Service()
export class RoomsApi {
  private readonly http = inject(HttpClient);

  get(roomId: string): Observable<Room> {
    return this.http.get<Room>(`${ROOMS}/${roomId}`);
  }

  /** Public rooms whose name or topic contains the query. */
  browse(query: string, cursor: string | null): Observable<RoomPage> {
    return this.http.get<RoomPage>(ROOMS, { params: { ...(query && { query }), ...(cursor && { cursor }) } });
  }

  create(room: CreateRoom): Observable<Room> {
    return this.http.post<Room>(ROOMS, room);
  }

  update(roomId: string, changes: UpdateRoom): Observable<Room> {
    return this.http.patch<Room>(`${ROOMS}/${roomId}`, changes);
  }

  /** @throws ProblemError `file.type-not-allowed`, `file.unreadable`, `request.too-large` */
  setPicture(roomId: string, file: File): Observable<Room> {
    const form = new FormData();
    form.append('file', file);
    return this.http.put<Room>(`${ROOMS}/${roomId}/picture`, form);
  }

  removePicture(roomId: string): Observable<Room> {
    return this.http.delete<Room>(`${ROOMS}/${roomId}/picture`);
  }

  join(roomId: string): Observable<Room> {
    return this.http.post<Room>(`${ROOMS}/${roomId}/join`, {});
  }

  leave(roomId: string): Observable<unknown> {
    return this.http.post(`${ROOMS}/${roomId}/leave`, {});
  }

  updateMembership(roomId: string, changes: UpdateMembership): Observable<Room> {
    return this.http.patch<Room>(`${ROOMS}/${roomId}/membership`, changes);
  }

  /** Owners and admins first; `query` is a part of a name. */
  members(roomId: string, cursor: string | null, query = ''): Observable<MemberPage> {
    const params = { ...(query && { query }), ...(cursor && { cursor }) };
    return this.http.get<MemberPage>(`${ROOMS}/${roomId}/members`, { params });
  }

  addMembers(roomId: string, userIds: readonly string[]): Observable<unknown> {
    return this.http.post(`${ROOMS}/${roomId}/members`, { userIds });
  }

  changeRole(roomId: string, userId: string, role: RoomRole): Observable<unknown> {
    return this.http.patch(`${ROOMS}/${roomId}/members/${userId}`, { role });
  }

  removeMember(roomId: string, userId: string): Observable<unknown> {
    return this.http.delete(`${ROOMS}/${roomId}/members/${userId}`);
  }

  /** Everything in a room that changed after `since`. */
  changes(roomId: string, since: number, generation: string | null): Observable<RoomChanges> {
    const params = { since, limit: 100, ...(generation && { generation }) };
    return this.http.get<RoomChanges>(`${ROOMS}/${roomId}/changes`, { params });
  }
}
