import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { limits } from '@parley/contracts';
import type { MessageRow } from '../message.row.js';

/** What there is already of a message's reactions, as far as one more of them is concerned. */
export interface ReactionState {
  /** How many different emoji. */
  kinds: number;
  /** Whether this emoji is one of them. */
  isThere: boolean;
  /** Whether it is this person who put it there, or one of those. */
  isMine: boolean;
}

type Place = Pick<MessageRow, 'roomId' | 'seq'>;

@Injectable()
export class ReactionRepository {
  constructor(private readonly transactions: Transactions) {}

  async stateOf({ roomId, seq }: Place, emoji: string, userId: string): Promise<ReactionState> {
    const [state] = await this.transactions.manager.query<ReactionState[]>(
      `SELECT count(DISTINCT emoji)::int AS kinds, coalesce(bool_or(emoji = $3), false) AS "isThere",
         coalesce(bool_or(emoji = $3 AND user_id = $4), false) AS "isMine"
       FROM message_reactions WHERE room_id = $1 AND seq = $2`,
      [roomId, seq, emoji, userId],
    );
    return state ?? { kinds: 0, isThere: false, isMine: false };
  }

  async add(message: Place, emoji: string, userId: string): Promise<void> {
    const { roomId, seq } = message;
    await this.transactions.manager.query(
      `INSERT INTO message_reactions (room_id, seq, emoji, user_id) VALUES ($1, $2, $3, $4)`,
      [roomId, seq, emoji, userId],
    );
    await this.summarise(message);
  }

  async remove(message: Place, emoji: string, userId: string): Promise<void> {
    const { roomId, seq } = message;
    await this.transactions.manager.query(
      `DELETE FROM message_reactions WHERE room_id = $1 AND seq = $2 AND emoji = $3 AND user_id = $4`,
      [roomId, seq, emoji, userId],
    );
    await this.summarise(message);
  }

  /** Writes what everybody sees into the message itself: it is read a thousand times more often than it changes. */
  private async summarise({ roomId, seq }: Place): Promise<void> {
    await this.transactions.manager.query(
      `UPDATE messages SET reactions = (
         SELECT jsonb_agg(
           jsonb_build_object('emoji', kind.emoji, 'count', kind.count, 'userIds', to_jsonb(kind.user_ids))
           ORDER BY kind.since, kind.emoji)
         FROM (
           SELECT emoji, count(*) AS count, min(created_at) AS since,
             (array_agg(user_id ORDER BY created_at, user_id))[1:${limits.message.reactionUsers}] AS user_ids
           FROM message_reactions WHERE room_id = $1 AND seq = $2 GROUP BY emoji
         ) AS kind
       ) WHERE room_id = $1 AND seq = $2`,
      [roomId, seq],
    );
  }
}
