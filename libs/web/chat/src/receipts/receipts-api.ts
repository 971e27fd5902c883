import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { MessageReceipts, RoomReceipts } from '@parley/contracts';
import type { Observable } from 'rxjs';

@Service()
export class ReceiptsApi {
  private readonly http = inject(HttpClient);

  /** How far the others in a room are. */
  inRoom(roomId: string): Observable<RoomReceipts> {
    return this.http.get<RoomReceipts>(`/api/chatrooms/${roomId}/receipts`);
  }

  /** What became of a message. */
  ofMessage(messageId: string): Observable<MessageReceipts> {
    return this.http.get<MessageReceipts>(`/api/messages/${messageId}/receipts`);
  }
}
