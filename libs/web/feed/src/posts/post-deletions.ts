import { inject, Service } from '@angular/core';
import { UndoableDeletions } from '@parley/web-core';
import { type Observable, tap } from 'rxjs';
import { KnownPosts } from './known-posts';
import { PostsApi } from './posts-api';

/** Posts that are to be deleted. */
@Service()
export class PostDeletions extends UndoableDeletions {
  private readonly api = inject(PostsApi);
  private readonly known = inject(KnownPosts);
  protected readonly texts = { deleted: 'feed.post.deleted', undo: 'feed.post.undo' };

  protected tellServer(id: string): Observable<unknown> {
    return this.api.delete(id).pipe(tap(() => this.known.forget(id)));
  }
}
