import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { Parameters } from '../messages/parameters.js';
import type { NameTerms } from '../names/name-terms.js';
import { matching } from '../names/name-condition.js';

/** The place of a person among the results. */
export interface PersonPlace {
  /** 0: a name of theirs begins with what was looked for. */
  tier: number;
  username: string;
}

export interface FoundPerson extends PersonPlace {
  id: string;
}

const NAMES = `search_folded(username || ' ' || display_name)`;

@Injectable()
export class PeopleSearchRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Whose names contain all of this, in any order, any case and any accents. */
  find(terms: NameTerms, readerId: string, after: PersonPlace | null, limit: number): Promise<FoundPerson[]> {
    const values = new Parameters();
    const first = values.add(terms.first);
    const hasNotBlocked = `NOT EXISTS (
      SELECT FROM blocks b WHERE b.blocker_id = users.id AND b.blocked_id = ${values.add(readerId)}
    )`;
    const place = after
      ? `(tier, username) > (${values.add(after.tier)}, ${values.add(after.username)})`
      : 'true';
    return this.transactions.manager.query(
      `SELECT id, username, tier FROM (
         SELECT id, username,
           CASE WHEN starts_with(username, search_folded(${first}))
             OR starts_with(search_folded(display_name), search_folded(${first})) THEN 0 ELSE 1 END AS tier
         FROM users WHERE deleted_at IS NULL AND ${hasNotBlocked} AND ${matching(values, NAMES, terms)}
       ) AS person
       WHERE ${place} ORDER BY tier, username LIMIT ${values.add(limit)}`,
      values.list,
    );
  }

  /** Whose names have many letters in common with this one. */
  similar(name: string, readerId: string, limit: number): Promise<{ id: string; name: string }[]> {
    return this.transactions.manager.query(
      `SELECT id, username || ' ' || display_name AS name FROM users
       WHERE deleted_at IS NULL AND search_folded($1) <% ${NAMES}
         AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = users.id AND b.blocked_id = $3)
       ORDER BY word_similarity(search_folded($1), ${NAMES}) DESC, username LIMIT $2`,
      [name, limit, readerId],
    );
  }
}
