import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const main = join(import.meta.dirname, '../../../api/dist/main.js');
const READY = /listens on/;

/** The built product as a process of its own, with an empty database. */
export class RunningServer {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly database: string,
    /** Its data folder is `data` in there. */
    readonly directory: string,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<RunningServer> {
    const database = `web_${randomUUID().replaceAll('-', '')}`;
    await administer(`CREATE DATABASE ${database}`);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    // Not from the root of the repository, where somebody may have a `.env` for their own server.
    const directory = await mkdtemp(join(tmpdir(), 'parley-server-'));
    const child = spawn(process.execPath, [main], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        NODE_ENV: 'test',
        PORT: String(port),
        PUBLIC_URL: url,
        DATABASE_URL: addressOf(database),
        JWT_SECRET: randomUUID(),
        RATE_LIMITS: 'off',
        ...env,
      },
    });
    await ready(child);
    return new RunningServer(url, child, database, directory);
  }

  async stop(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
    await rm(this.directory, { recursive: true, force: true });
    await administer(`DROP DATABASE ${this.database} WITH (FORCE)`);
  }
}

/** @throws with what the server said when it ended instead */
async function ready(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    [child.stdout, child.stderr].forEach((stream) =>
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (READY.test(output)) {
          resolve();
        }
      }),
    );
    child.once('exit', () => reject(new Error(`The server ended before it listened:\n${output}`)));
  });
}

/** Of the PostgreSQL that `tools/postgres.mjs` has started for this run. */
function addressOf(database: string): string {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  address.pathname = database;
  return address.href;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client(process.env['TEST_DATABASE_URL']);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
