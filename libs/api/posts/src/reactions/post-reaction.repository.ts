import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits, type Reaction } from '@parley/contracts';
import type { Repository } from 'typeorm';
import { PostReactionEntity } from './post-reaction.entity.js';

/** What is reacted to: a post, or the comment with this number. */
export interface ReactionPlace {
  postId: string;
  /** 0 for the post itself. */
  commentSeq: number;
}

/** What there is already, as far as one more reaction is concerned. */
export interface ReactionState {
  /** How many different emoji. */
  kinds: number;
  /** Whether this emoji is one of them. */
  isThere: boolean;
  /** Whether it is this person who put it there, or one of those. */
  isMine: boolean;
}

@Injectable()
export class PostReactionRepository {
  constructor(private readonly transactions: Transactions) {}

  async stateOf(place: ReactionPlace, emoji: string, userId: string): Promise<ReactionState> {
    const [state] = await this.transactions.manager.query<ReactionState[]>(
      `SELECT count(DISTINCT emoji)::int AS kinds, coalesce(bool_or(emoji = $3), false) AS "isThere",
         coalesce(bool_or(emoji = $3 AND user_id = $4), false) AS "isMine"
       FROM post_reactions WHERE post_id = $1 AND comment_seq = $2`,
      [place.postId, place.commentSeq, emoji, userId],
    );
    return state ?? { kinds: 0, isThere: false, isMine: false };
  }

  async add({ postId, commentSeq }: ReactionPlace, emoji: string, userId: string): Promise<void> {
    await this.table.insert({ postId, commentSeq, emoji, userId });
  }

  async remove({ postId, commentSeq }: ReactionPlace, emoji: string, userId: string): Promise<void> {
    await this.table.delete({ postId, commentSeq, emoji, userId });
  }

  async removeAll({ postId, commentSeq }: ReactionPlace): Promise<void> {
    await this.table.delete({ postId, commentSeq });
  }

  /** What everybody sees, the emoji in the order in which they came. */
  summary({ postId, commentSeq }: ReactionPlace): Promise<Reaction[]> {
    return this.transactions.manager.query<Reaction[]>(
      `SELECT emoji, count(*)::int AS count,
         (array_agg(user_id ORDER BY created_at, user_id))[1:${limits.message.reactionUsers}] AS "userIds"
       FROM post_reactions WHERE post_id = $1 AND comment_seq = $2
       GROUP BY emoji ORDER BY min(created_at), emoji`,
      [postId, commentSeq],
    );
  }

  private get table(): Repository<PostReactionEntity> {
    return this.transactions.repository(PostReactionEntity);
  }
}
