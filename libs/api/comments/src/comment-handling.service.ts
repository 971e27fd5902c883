import { Injectable } from '@nestjs/common';
import { type Actor, Jobs } from '@parley/api-core';
import { PostReactions, PostText } from '@parley/api-posts';
import type { Comment } from '@parley/contracts';
import { commentReacted } from './comment-jobs.js';
import { assertIsThere, assertMayDelete, assertMayEdit } from './comment.policy.js';
import { CommentVersions } from './comment-versions.js';

/** What is done to comments that are there. */
@Injectable()
export class CommentHandlingService {
  constructor(
    private readonly versions: CommentVersions,
    private readonly reactions: PostReactions,
    private readonly text: PostText,
    private readonly jobs: Jobs,
  ) {}

  /** @throws DomainError `comment.not-found`, `comment.forbidden` */
  edit(id: string, body: string, actor: Actor): Promise<Comment> {
    return this.versions.change(id, actor, async (row) => {
      assertMayEdit(row, actor.userId);
      if (row.body === body) {
        return {};
      }
      const { mentions } = await this.text.partsOf(body, actor.userId);
      return { body, mentions, editedAt: new Date() };
    });
  }

  /** What is deleted already stays so. @throws DomainError `comment.not-found`, `comment.forbidden` */
  async delete(id: string, actor: Actor): Promise<void> {
    await this.versions.change(id, actor, async (row, post) => {
      assertMayDelete(row, post, actor.userId);
      if (row.deletedAt) {
        return {};
      }
      await this.reactions.forget({ postId: row.postId, commentSeq: row.seq });
      return { body: '', mentions: [], reactions: null, deletedAt: new Date() };
    });
  }

  /** @throws DomainError `comment.not-found`, `post.too-many-reactions` */
  react(id: string, emoji: string, actor: Actor): Promise<Comment> {
    return this.changeReaction(id, { emoji, isWanted: true }, actor);
  }

  /** @throws DomainError `comment.not-found` */
  takeBack(id: string, emoji: string, actor: Actor): Promise<Comment> {
    return this.changeReaction(id, { emoji, isWanted: false }, actor);
  }

  private changeReaction(
    id: string,
    wish: { emoji: string; isWanted: boolean },
    actor: Actor,
  ): Promise<Comment> {
    return this.versions.change(id, actor, async (row) => {
      assertIsThere(row);
      const place = { postId: row.postId, commentSeq: row.seq };
      const reactions = await this.reactions.change(place, { ...wish, userId: actor.userId });
      if (reactions && wish.isWanted) {
        await this.jobs.add(commentReacted, { commentId: id, emoji: wish.emoji, by: actor.userId });
      }
      return reactions ? { reactions } : {};
    });
  }
}
