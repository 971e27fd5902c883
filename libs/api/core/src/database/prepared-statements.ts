import { Injectable } from '@nestjs/common';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';

/** One statement that PostgreSQL plans once a connection. The name is unique in the whole product. */
export interface PreparedStatement {
  name: string;
  text: string;
}

/**
 * For the few statements that run thousands of times a second. Each is a transaction of its own and takes no
 * part in `Transactions.run`; everything else goes through `Transactions`.
 */
@Injectable()
export class PreparedStatements {
  constructor(private readonly database: DataSource) {}

  /** @throws pg's `DatabaseError`, which `sqlStateOf` and `isUniqueViolation` know */
  async rows<Row extends QueryResultRow>(
    { name, text }: PreparedStatement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const { rows } = await this.pool.query<Row>({ name, text, values: [...values] });
    return rows;
  }

  private get pool(): Pool {
    return Reflect.get(this.database.driver, 'master') as Pool;
  }
}
