import { Injectable } from '@nestjs/common';
import { type Actor, Jobs } from '@parley/api-core';
import type { Post } from '@parley/contracts';
import { postReacted } from '../post-jobs.js';
import { PostVersions } from '../post-versions.js';
import { PostReactions } from './post-reactions.js';

@Injectable()
export class PostReactionsService {
  constructor(
    private readonly versions: PostVersions,
    private readonly reactions: PostReactions,
    private readonly jobs: Jobs,
  ) {}

  /** @throws DomainError `post.not-found`, `post.too-many-reactions` */
  add(id: string, emoji: string, actor: Actor): Promise<Post> {
    return this.change(id, { emoji, isWanted: true }, actor);
  }

  /** @throws DomainError `post.not-found` */
  remove(id: string, emoji: string, actor: Actor): Promise<Post> {
    return this.change(id, { emoji, isWanted: false }, actor);
  }

  private change(id: string, wish: { emoji: string; isWanted: boolean }, actor: Actor): Promise<Post> {
    const { userId } = actor;
    return this.versions.change(id, actor, async () => {
      const reactions = await this.reactions.change({ postId: id, commentSeq: 0 }, { ...wish, userId });
      if (reactions && wish.isWanted) {
        await this.jobs.add(postReacted, { postId: id, emoji: wish.emoji, by: userId });
      }
      return reactions ? { reactions } : {};
    });
  }
}
