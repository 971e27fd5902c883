import { inject, Service } from '@angular/core';
import { UndoableDeletions } from '@parley/web-core';
import type { Observable } from 'rxjs';
import { CommentsApi } from './comments-api';

/** Comments that are to be deleted. */
@Service()
export class CommentDeletions extends UndoableDeletions {
  private readonly api = inject(CommentsApi);
  protected readonly texts = { deleted: 'feed.comment.deleted', undo: 'feed.comment.undo' };

  protected tellServer(id: string): Observable<unknown> {
    return this.api.delete(id);
  }
}
