import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { Post } from '@parley/contracts';
import { PostVersions } from '../post-versions.js';
import { PostReactions } from './post-reactions.js';

@Injectable()
export class PostReactionsService {
  constructor(
    private readonly versions: PostVersions,
    private readonly reactions: PostReactions,
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
      return reactions ? { reactions } : {};
    });
  }
}
