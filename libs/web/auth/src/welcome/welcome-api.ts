import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CreateRoom, Room } from '@parley/contracts';
import type { Observable } from 'rxjs';

@Service()
export class WelcomeApi {
  private readonly http = inject(HttpClient);

  /** Answered in the same way when it is repeated with the same id. */
  createRoom(room: CreateRoom): Observable<Room> {
    return this.http.post<Room>('/api/chatrooms', room);
  }
}
