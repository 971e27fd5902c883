import { Injectable } from '@nestjs/common';
import { PostComments } from '@parley/api-posts';
import { CommentRepository } from './comment.repository.js';

@Injectable()
export class DeletedPostComments extends PostComments {
  constructor(private readonly comments: CommentRepository) {
    super();
  }

  deleteAll(postId: string): Promise<void> {
    return this.comments.deleteAll(postId);
  }
}
