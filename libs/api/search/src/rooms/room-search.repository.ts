import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { Parameters } from '../messages/parameters.js';
import { matching } from '../names/name-condition.js';
import type { NameTerms } from '../names/name-terms.js';

/** The place of a room among the results. */
export interface RoomPlace {
  /** 0: its name begins with what was looked for. */
  tier: number;
  name: string;
  id: string;
}

const NAME = `search_folded(r.name || ' ' || r.topic)`;
const PEER = `search_folded(u.username || ' ' || u.display_name)`;
/** A room that the person is in, or could enter. */
const visible = (user: string) => `(
  r.visibility = 'public' AND r.kind = 'channel' AND r.archived_at IS NULL
  OR EXISTS (SELECT FROM memberships AS s WHERE s.room_id = r.id AND s.user_id = ${user} AND s.left_at IS NULL)
)`;

@Injectable()
export class RoomSearchRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Rooms by name or topic, and direct rooms and groups by the names of who else is in them. */
  find(userId: string, terms: NameTerms, after: RoomPlace | null, limit: number): Promise<RoomPlace[]> {
    const values = new Parameters();
    const user = values.add(userId);
    const first = values.add(terms.first);
    const key = after && [after.tier, after.name, after.id].map((part) => values.add(part)).join(', ');
    return this.transactions.manager.query(
      `WITH found AS (
         SELECT r.id, r.name FROM rooms AS r WHERE ${matching(values, NAME, terms)} AND ${visible(user)}
         UNION
         SELECT r.id, r.name
         FROM memberships AS mine
         JOIN rooms AS r ON r.id = mine.room_id AND r.kind <> 'channel'
         JOIN memberships AS other ON other.room_id = r.id AND other.left_at IS NULL AND other.user_id <> ${user}
         JOIN users AS u ON u.id = other.user_id
         WHERE mine.user_id = ${user} AND mine.left_at IS NULL AND ${matching(values, PEER, terms)}
       )
       SELECT id, name, tier FROM (
         SELECT id, lower(name) AS name,
           CASE WHEN starts_with(search_folded(name), search_folded(${first})) THEN 0 ELSE 1 END AS tier
         FROM found
       ) AS room
       WHERE ${key ? `(tier, name, id) > (${key}::uuid)` : 'true'}
       ORDER BY tier, name, id LIMIT ${values.add(limit)}`,
      values.list,
    );
  }

  /** Whose names or topics have many letters in common with this one. */
  similar(userId: string, name: string, limit: number): Promise<{ id: string; name: string }[]> {
    return this.transactions.manager.query(
      `SELECT r.id, r.name || ' ' || r.topic AS name FROM rooms AS r WHERE search_folded($1) <% ${NAME} AND ${visible('$2')}
       ORDER BY word_similarity(search_folded($1), ${NAME}) DESC, r.id LIMIT $3`,
      [name, userId, limit],
    );
  }
}
