import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Room } from '@parley/contracts';
import type { Observable } from 'rxjs';

/** The rooms between people: whoever asks for the same people gets the same room. */
@Service()
export class DirectRooms {
  private readonly http = inject(HttpClient);

  /** One other person for a direct room, more for a group. */
  open(userIds: readonly string[]): Observable<Room> {
    return this.http.put<Room>('/api/chatrooms/direct', { userIds });
  }
}
