import { inject, Service } from '@angular/core';
import type { Comment } from '@parley/contracts';
import { ReactionWishes } from '@parley/web-core';
import type { Observable } from 'rxjs';
import { PostThread } from '../post-page/post-thread';
import { CommentsApi } from './comments-api';

/** One's own reactions to comments. Provided by the page of the post. */
@Service({ autoProvided: false })
export class CommentReactions extends ReactionWishes<Comment> {
  private readonly api = inject(CommentsApi);
  private readonly thread = inject(PostThread);

  protected put(id: string, emoji: string): Observable<Comment> {
    return this.api.react(id, emoji);
  }

  protected takeBack(id: string, emoji: string): Observable<Comment> {
    return this.api.takeBack(id, emoji);
  }

  protected hear(comment: Comment): void {
    this.thread.takeAnswer(comment);
  }
}
