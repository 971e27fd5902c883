import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';

/** A column that refers to a row of another table. Both names are safe in SQL. */
interface Reference {
  table: string;
  column: string;
}

/** What refers to files and bytes is known to the database: a feature that uses some need not say so here. */
@Injectable()
export class References {
  private readonly known = new Map<string, Promise<Reference[]>>();

  constructor(private readonly transactions: Transactions) {}

  /** A condition in SQL: nothing refers to the row with this key. */
  async isUnused(table: 'files' | 'stored_bytes', key: string): Promise<string> {
    let references = this.known.get(table);
    if (!references) {
      references = this.read(table);
      this.known.set(table, references);
    }
    const conditions = (await references).map(
      (one) => `NOT EXISTS (SELECT FROM ${one.table} AS r WHERE r.${one.column} = ${key})`,
    );
    return conditions.join(' AND ');
  }

  private read(table: string): Promise<Reference[]> {
    return this.transactions.manager.query(
      `SELECT c.conrelid::regclass::text AS table, quote_ident(a.attname) AS column
       FROM pg_constraint AS c JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.confrelid = $1::regclass ORDER BY 1, 2`,
      [table],
    );
  }
}
