import { Injectable } from '@nestjs/common';
import { FileUrls } from '@parley/api-files';
import { UserDirectory } from '@parley/api-users';
import type { Post } from '@parley/contracts';
import type { PostEntity } from './post.entity.js';
import { toPost } from './post.mapper.js';
import { PostRepository } from './post.repository.js';

/** Posts as everybody sees them, with the people in them. */
@Injectable()
export class PostViews {
  constructor(
    private readonly posts: PostRepository,
    private readonly users: UserDirectory,
    private readonly files: FileUrls,
  ) {}

  /** In the order of the ids; what was deleted meanwhile is absent. */
  async inOrder(ids: readonly string[]): Promise<Post[]> {
    return this.of(await this.posts.inOrder(ids));
  }

  /** In the order of the rows. */
  private async of(rows: readonly PostEntity[]): Promise<Post[]> {
    if (rows.length === 0) {
      return [];
    }
    const people = await this.users.byIds(rows.flatMap(({ authorId, mentions }) => [authorId, ...mentions]));
    return rows.flatMap((row) => {
      const author = people.get(row.authorId);
      return author ? [toPost(row, author, people, (file) => this.files.toFileInfo(file))] : [];
    });
  }

  async one(row: PostEntity): Promise<Post> {
    const [post] = await this.of([row]);
    if (!post) {
      throw new Error('A post has an author');
    }
    return post;
  }

  /** Who does not see what this person posts, though others do. */
  hiddenFrom(authorId: string): Promise<string[]> {
    return this.users.apartFrom(authorId);
  }
}
