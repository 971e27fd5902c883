import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { FileKind, RoomFilePage } from '@parley/contracts';
import type { Observable } from 'rxjs';

@Service()
export class RoomFilesApi {
  private readonly http = inject(HttpClient);

  page(roomId: string, kind: FileKind, cursor: string | null): Observable<RoomFilePage> {
    const params = { kind, limit: 30, ...(cursor !== null && { cursor }) };
    return this.http.get<RoomFilePage>(`/api/chatrooms/${roomId}/files`, { params });
  }
}
