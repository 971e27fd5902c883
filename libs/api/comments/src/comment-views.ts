import { Injectable } from '@nestjs/common';
import { UserDirectory } from '@parley/api-users';
import type { Comment } from '@parley/contracts';
import type { CommentEntity } from './comment.entity.js';
import { toComment } from './comment.mapper.js';

/** Comments as everybody sees them, with the people in them. */
@Injectable()
export class CommentViews {
  constructor(private readonly users: UserDirectory) {}

  /** In the order of the rows. */
  async of(rows: readonly CommentEntity[]): Promise<Comment[]> {
    if (rows.length === 0) {
      return [];
    }
    const people = await this.users.byIds(rows.flatMap(({ authorId, mentions }) => [authorId, ...mentions]));
    return rows.flatMap((row) => {
      const author = people.get(row.authorId);
      return author ? [toComment(row, author, people)] : [];
    });
  }

  async one(row: CommentEntity): Promise<Comment> {
    const [comment] = await this.of([row]);
    if (!comment) {
      throw new Error('A comment has an author');
    }
    return comment;
  }
}
