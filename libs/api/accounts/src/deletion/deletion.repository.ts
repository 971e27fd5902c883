import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

/** What the columns of a table say of whose row it is. Both names are safe in SQL. */
interface Belonging {
  table: string;
  column: string;
}

/** They mean something to others, and go in ways of their own, or stay without a name. */
const SHARED = ['memberships', 'message_reactions', 'post_reactions'];

/** What belongs to a person alone. The database knows: these rows would go with the row of the person. */
@Injectable()
export class DeletionRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Sessions and personal tokens that are open. */
  async openSessions(userId: string): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `SELECT id FROM sessions WHERE user_id = $1 UNION ALL SELECT id FROM personal_tokens WHERE user_id = $1`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  async removeBelongings(userId: string): Promise<void> {
    for (const { table, column } of await this.belongings()) {
      await this.transactions.manager.query(`DELETE FROM ${table} WHERE ${column} = $1`, [userId]);
    }
  }

  /** Of uploads that were never put to use, and of what was in messages. */
  async filesOf(userId: string): Promise<string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      `SELECT id FROM files WHERE owner_id = $1`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }

  private belongings(): Promise<Belonging[]> {
    return this.transactions.manager.query(
      `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
       FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confdeltype = 'c' AND c.confrelid = 'users'::regclass
         AND c.conrelid::regclass::text <> ALL($1)
       ORDER BY 1, 2`,
      [SHARED],
    );
  }
}
