import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
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

  /**
   * The rows of a statement that begins when the lock is taken, in one transaction. It sees what was committed
   * while it waited for the lock; a statement that takes the lock itself sees what was there before.
   *
   * @throws as `rows` does, when the lock is not to be had in time as well
   */
  async rowsUnderLock<Row extends QueryResultRow>(
    { lock, values: locked }: { lock: PreparedStatement; values: readonly unknown[] },
    { statement, values }: { statement: PreparedStatement; values: readonly unknown[] },
  ): Promise<Row[]> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({ ...lock, values: [...locked] });
      const { rows } = await client.query<Row>({ ...statement, values: [...values] });
      await client.query('COMMIT');
      client.release();
      return rows;
    } catch (error) {
      await rollBack(client);
      throw error;
    }
  }

  private get pool(): Pool {
    return Reflect.get(this.database.driver, 'master') as Pool;
  }
}

async function rollBack(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch {
    // Nobody knows in which state it is, and whoever waits is to hear what happened before.
    client.release(true);
  }
}
