import { Injectable } from '@nestjs/common';
import type { CreatePost } from '@parley/contracts';
import { PostFiles } from './files/post-files.js';
import { PostComments } from './post-comments.js';
import { PostEntity } from './post.entity.js';
import { PostRepository } from './post.repository.js';
import { PostText } from './post-text.js';

/** The beginning and the end of a post, with everything that belongs to it. Inside of the transaction of its caller. */
@Injectable()
export class PostRows {
  constructor(
    private readonly posts: PostRepository,
    private readonly text: PostText,
    private readonly files: PostFiles,
    private readonly comments: PostComments,
  ) {}

  /** @throws DomainError `file.not-found`; a unique violation of `POST_ID_INDEX` */
  async insert(
    wish: CreatePost & { id: string },
    authorId: string,
    fingerprint: string,
  ): Promise<PostEntity> {
    const { id, body, visibility, contentWarning = null } = wish;
    const files = await this.files.ofWish(wish, authorId);
    const row = await this.posts.insert({
      ...{ id, authorId, body, contentWarning, visibility, files, fingerprint },
      ...(await this.text.partsOf(body, authorId)),
    });
    await this.files.attach(id, files);
    return row;
  }

  async bury(row: PostEntity): Promise<void> {
    await this.comments.deleteAll(row.id);
    await this.files.release(row.id);
    await this.posts.bury(row);
  }
}
