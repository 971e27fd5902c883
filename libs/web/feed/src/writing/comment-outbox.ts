import { inject, Service } from '@angular/core';
import type { Comment } from '@parley/contracts';
import type { Observable } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { CommentsApi } from '../comments/comments-api';
import { type WaitingText, WaitingTexts } from './waiting-texts';

/** A comment that the server does not have yet. */
export interface WaitingComment extends WaitingText {
  readonly postId: string;
  /** The comment that it answers. */
  readonly parentId: string | null;
}

@Service()
export class CommentOutbox extends WaitingTexts<WaitingComment, Comment> {
  private readonly api = inject(CommentsApi);
  protected readonly prefix = 'outbox.comments.';

  write(postId: string, body: string, parentId: string | null): Promise<void> {
    return this.add({ id: uuidv7(), postId, body, parentId, createdAt: Date.now() });
  }

  protected send({ id, postId, body, parentId }: WaitingComment): Observable<Comment> {
    return this.api.create(postId, { id, body, ...(parentId && { parentId }) });
  }
}
