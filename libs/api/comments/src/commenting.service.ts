import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, fingerprint, isUniqueViolation, Jobs } from '@parley/api-core';
import { PostText } from '@parley/api-posts';
import type { Comment, CreateComment } from '@parley/contracts';
import { COMMENT_ID_INDEX, type CommentEntity } from './comment.entity.js';
import { commentWritten } from './comment-jobs.js';
import { assertIsThere, assertMayComment } from './comment.policy.js';
import { CommentRepository } from './comment.repository.js';
import { CommentVersions } from './comment-versions.js';
import { CommentViews } from './comment-views.js';

type NamedComment = CreateComment & { id: string; postId: string };

@Injectable()
export class CommentingService {
  constructor(
    private readonly comments: CommentRepository,
    private readonly versions: CommentVersions,
    private readonly views: CommentViews,
    private readonly text: PostText,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Writes a comment once, however often it is sent.
   * @throws DomainError `post.not-found`, `post.comments-closed`, `comment.too-soon`, `comment.not-found` for an
   * answer to what is not there, `request.idempotency-mismatch`
   */
  async comment(wish: NamedComment, actor: Actor): Promise<{ comment: Comment; isNew: boolean }> {
    const known = await this.comments.find(wish.id);
    if (known) {
      return { comment: await this.repeated(known, wish, actor), isNew: false };
    }
    try {
      return { comment: await this.write(wish, actor), isNew: true };
    } catch (error) {
      const twin = await this.twinOf(wish, error);
      return { comment: await this.repeated(twin, wish, actor), isNew: false };
    }
  }

  private write(wish: NamedComment, actor: Actor): Promise<Comment> {
    const { id, postId, body } = wish;
    return this.versions.add(postId, actor, async (post) => {
      const lastAt = post.slowModeSeconds > 0 ? await this.comments.lastAt(postId, actor.userId) : null;
      assertMayComment(post, actor.userId, lastAt, new Date());
      const parentId = await this.threadOf(wish);
      const { mentions } = await this.text.partsOf(body, actor.userId);
      await this.jobs.add(commentWritten, { commentId: id });
      return { id, body, parentId, mentions, fingerprint: fingerprintOf(wish) };
    });
  }

  /** An answer to an answer belongs to the same thread as that. */
  private async threadOf({ postId, parentId }: NamedComment): Promise<string | null> {
    if (!parentId) {
      return null;
    }
    const parent = await this.comments.find(parentId);
    if (parent?.postId !== postId) {
      throw new DomainError('comment.not-found');
    }
    assertIsThere(parent);
    return parent.parentId ?? parent.id;
  }

  /** The one who was faster, also when it was it that made this one too soon. @throws what went wrong otherwise */
  private async twinOf({ id }: NamedComment, error: unknown): Promise<CommentEntity> {
    const isSuspicious =
      isUniqueViolation(error, COMMENT_ID_INDEX) ||
      (error instanceof DomainError && error.code === 'comment.too-soon');
    const twin = isSuspicious ? await this.comments.find(id) : null;
    if (!twin) {
      throw error;
    }
    return twin;
  }

  private repeated(row: CommentEntity, wish: NamedComment, { userId }: Actor): Promise<Comment> {
    if (row.authorId !== userId || row.postId !== wish.postId || row.fingerprint !== fingerprintOf(wish)) {
      throw new DomainError('request.idempotency-mismatch');
    }
    return this.views.one(row);
  }
}

function fingerprintOf({ body, parentId }: Pick<NamedComment, 'body' | 'parentId'>): string {
  return fingerprint(body, parentId ?? null);
}
