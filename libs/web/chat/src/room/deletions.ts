import { inject, Service } from '@angular/core';
import { UndoableDeletions } from '@parley/web-core';
import type { Observable } from 'rxjs';
import { MessagesApi } from './messages-api';

/** Messages that are to be deleted. */
@Service()
export class Deletions extends UndoableDeletions {
  private readonly api = inject(MessagesApi);
  protected readonly texts = { deleted: 'chat.message.deleted', undo: 'chat.message.undo' };

  protected tellServer(id: string): Observable<unknown> {
    return this.api.delete(id);
  }
}
