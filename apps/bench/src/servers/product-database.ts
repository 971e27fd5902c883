import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';

/** The PostgreSQL that the product brought along, from outside: where it runs, and a way in. */
export class ProductDatabase {
  private constructor(
    /** Of its main process, whose children are all the others. */
    readonly pid: number,
    private readonly client: Client,
  ) {}

  static async open(dataDirectory: string): Promise<ProductDatabase> {
    const pidFile = await readFile(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8');
    const [pid, , , port] = pidFile.split('\n');
    const secrets = await readFile(join(dataDirectory, 'secrets.json'), 'utf8');
    const { databasePassword } = JSON.parse(secrets) as { databasePassword: string };
    const client = new Client({
      ...{ host: '127.0.0.1', port: Number(port) },
      ...{ user: 'parley', password: databasePassword, database: 'parley' },
    });
    await client.connect();
    return new ProductDatabase(Number(pid), client);
  }

  async run(statement: string, values: readonly unknown[] = []): Promise<void> {
    await this.client.query(statement, [...values]);
  }

  async rows<Row extends QueryResultRow>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.client.query<Row>(statement, [...values]);
    return rows;
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
