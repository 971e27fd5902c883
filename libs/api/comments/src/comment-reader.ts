import { Injectable } from '@nestjs/common';
import type { CommentEntity } from './comment.entity.js';
import { CommentRepository } from './comment.repository.js';

/** What other features may ask of comments. Who may see them is theirs to know. */
@Injectable()
export class CommentReader {
  constructor(private readonly comments: CommentRepository) {}

  /** As it is now; null when there is none. */
  find(id: string): Promise<CommentEntity | null> {
    return this.comments.find(id);
  }
}
