import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

interface NamedRoom {
  id: string;
  name: string;
}

interface NamedPerson {
  id: string;
  username: string;
  displayName: string;
}

const MOST_PEOPLE = 50;

/** Who and where, of those that a search names. */
@Injectable()
export class ScopeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** All rooms this person is in. */
  async roomsOf(userId: string): Promise<NamedRoom[]> {
    return this.transactions.manager.query(
      `SELECT r.id, r.name FROM memberships AS s JOIN rooms AS r ON r.id = s.room_id
       WHERE s.user_id = $1 AND s.left_at IS NULL`,
      [userId],
    );
  }

  /** People with this id or user name, or with this text in their names. */
  async people(text: string): Promise<NamedPerson[]> {
    return this.transactions.manager.query(
      `SELECT id, username, display_name AS "displayName" FROM users
       WHERE id::text = lower($1) OR username = lower($1)
       UNION
       (SELECT id, username, display_name FROM users
        WHERE search_folded(username || ' ' || display_name) LIKE search_pattern($1) LIMIT ${MOST_PEOPLE})`,
      [text],
    );
  }
}
