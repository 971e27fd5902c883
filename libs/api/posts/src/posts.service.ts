import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { Post, PostEdits, UpdatePost } from '@parley/contracts';
import { PostAccess } from './post-access.js';
import type { PostEntity } from './post.entity.js';
import { assertIsAuthor } from './post.policy.js';
import { type PostColumns, PostRepository } from './post.repository.js';
import { PostText } from './post-text.js';
import { PostVersions } from './post-versions.js';
import { PostViews } from './post-views.js';

@Injectable()
export class PostsService {
  constructor(
    private readonly posts: PostRepository,
    private readonly access: PostAccess,
    private readonly versions: PostVersions,
    private readonly views: PostViews,
    private readonly text: PostText,
  ) {}

  /** @throws DomainError `post.not-found` */
  async get(id: string, { userId }: Actor): Promise<Post> {
    return this.views.one(await this.access.requireReadable(id, userId));
  }

  /** What is left out stays as it is. @throws DomainError `post.not-found`, `post.forbidden` */
  update(id: string, wish: UpdatePost, actor: Actor): Promise<Post> {
    return this.versions.change(id, actor, async (row) => {
      assertIsAuthor(row, actor.userId);
      const columns = await this.columnsOf(wish, row);
      if (columns.body !== undefined) {
        await this.posts.keepWords(row);
      }
      return columns;
    });
  }

  /** @throws DomainError `post.not-found`, `post.forbidden` */
  delete(id: string, actor: Actor): Promise<void> {
    return this.versions.remove(id, actor, (row) => assertIsAuthor(row, actor.userId));
  }

  /** @throws DomainError `post.not-found` */
  async edits(id: string, { userId }: Actor): Promise<PostEdits> {
    await this.access.requireReadable(id, userId);
    const rows = await this.posts.editsOf(id);
    return { items: rows.map(({ body, writtenAt }) => ({ body, writtenAt: writtenAt.toISOString() })) };
  }

  /** Only what differs. */
  private async columnsOf(wish: UpdatePost, row: PostEntity): Promise<PostColumns> {
    const { body = row.body, commentsClosed = row.commentsClosed } = wish;
    const { slowModeSeconds = row.slowModeSeconds } = wish;
    const contentWarning = warningOf(wish, row);
    return {
      ...(body !== row.body && {
        body,
        editedAt: new Date(),
        ...(await this.text.partsOf(body, row.authorId)),
      }),
      ...(contentWarning !== row.contentWarning && { contentWarning }),
      ...(commentsClosed !== row.commentsClosed && { commentsClosed }),
      ...(slowModeSeconds !== row.slowModeSeconds && { slowModeSeconds }),
    };
  }
}

/** As it will be. */
function warningOf({ contentWarning }: UpdatePost, row: PostEntity): string | null {
  return contentWarning === undefined ? row.contentWarning : contentWarning.trim() || null;
}
