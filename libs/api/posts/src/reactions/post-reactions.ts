import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { limits, type Reaction } from '@parley/contracts';
import { PostReactionRepository, type ReactionPlace } from './post-reaction.repository.js';

/** What somebody wants of their reaction. */
export interface ReactionWish {
  emoji: string;
  userId: string;
  isWanted: boolean;
}

/** Reactions to posts and to comments. What calls it holds the post and stores the result. */
@Injectable()
export class PostReactions {
  constructor(private readonly reactions: PostReactionRepository) {}

  /**
   * Twice is once, and what is not there is taken away.
   * @returns all reactions as everybody sees them from now on; null when nothing changes
   * @throws DomainError `post.too-many-reactions` when there are too many different ones
   */
  async change(place: ReactionPlace, { emoji, userId, isWanted }: ReactionWish): Promise<Reaction[] | null> {
    const { kinds, isThere, isMine } = await this.reactions.stateOf(place, emoji, userId);
    if (isMine === isWanted) {
      return null;
    }
    if (!isWanted) {
      await this.reactions.remove(place, emoji, userId);
    } else if (isThere || kinds < limits.message.reactionKinds) {
      await this.reactions.add(place, emoji, userId);
    } else {
      throw new DomainError('post.too-many-reactions');
    }
    return this.reactions.summary(place);
  }

  /** Of a comment that is deleted. */
  forget(place: ReactionPlace): Promise<void> {
    return this.reactions.removeAll(place);
  }
}
