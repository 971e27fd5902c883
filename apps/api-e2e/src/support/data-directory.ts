import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** What a server without `DATABASE_URL` keeps, seen from outside. */
export class DataDirectory {
  private constructor(readonly path: string) {}

  static async create(): Promise<DataDirectory> {
    // Nobody else may enter it, not even the account that root lends to PostgreSQL.
    return new DataDirectory(await mkdtemp(join(tmpdir(), 'parley-data-')));
  }

  get environment(): Record<string, string> {
    return { PORT: '0', DATA_DIR: this.path, PUBLIC_URL: 'http://localhost:4200' };
  }

  /** Of the running PostgreSQL. */
  async postgresPid(): Promise<number> {
    const [pid] = await this.pidFile();
    return Number(pid);
  }

  /** Of the process that runs it. Linux alone tells. */
  async supervisorPid(): Promise<number> {
    const stat = await readFile(`/proc/${await this.postgresPid()}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }

  /** The mark of one database: another one has another. */
  async generation(): Promise<string> {
    const [row] = await this.query<{ generation: string }>('SELECT generation FROM instance');
    return row?.generation ?? '';
  }

  async query<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const [, , , port] = await this.pidFile();
    const secrets = JSON.parse(await readFile(join(this.path, 'secrets.json'), 'utf8')) as {
      databasePassword: string;
    };
    const client = new Client({
      host: '127.0.0.1',
      port: Number(port),
      user: 'parley',
      password: secrets.databasePassword,
      database: 'parley',
    });
    await client.connect();
    try {
      return (await client.query<Row>(sql, parameters)).rows;
    } finally {
      await client.end();
    }
  }

  /** The paths of all files in one of its folders. */
  async filesIn(folder: string): Promise<string[]> {
    const options = { recursive: true, withFileTypes: true } as const;
    const entries = await readdir(join(this.path, folder), options).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  }

  /** How large each of them is. */
  async sizesIn(folder: string): Promise<number[]> {
    const files = await this.filesIn(folder);
    return Promise.all(files.map(async (path) => (await stat(path)).size));
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  private async pidFile(): Promise<string[]> {
    const file = await readFile(join(this.path, 'postgres/postmaster.pid'), 'utf8');
    return file.split('\n');
  }
}

/** Asks again and again until it is so. @throws after 10 seconds */
export async function eventually<T>(ask: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await sleep(50);
    }
  }
}

/** @throws when there is still such a process */
export async function expectGone(pid: number): Promise<void> {
  await eventually(async () => {
    let isAlive = true;
    try {
      process.kill(pid, 0);
    } catch {
      isAlive = false;
    }
    if (isAlive) {
      throw new Error(`Process ${pid} still runs`);
    }
  });
}
