import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postgresAccount, type PostgresAccount } from './postgres-account.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { postgresFlags } from './postgres-flags.js';

const run = promisify(execFile);
const START_TIMEOUT = 60_000;
/** How long a shutdown may write what is in memory before it is cut short; nothing is lost by that. */
const STOP_TIMEOUT = 20_000;
// Of its own: PostgreSQL reads variables too, and has no business with our secrets.
const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_MESSAGES: 'C' };
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

export interface PostgresServerOptions {
  /** Absolute; made when it is missing. */
  directory: string;
  port: number;
  user: string;
  password: string;
}

/** One PostgreSQL out of node_modules: its data, and the process that serves them. */
export class PostgresServer {
  private process?: ChildProcess;

  private constructor(
    private readonly options: PostgresServerOptions,
    private readonly binaries: PostgresBinaries,
    private readonly account: PostgresAccount,
  ) {}

  /** Makes the data when there are none yet. */
  static async open(options: PostgresServerOptions): Promise<PostgresServer> {
    const binaries = await postgresBinaries();
    const account = await postgresAccount(options.directory, binaries.postgres);
    const server = new PostgresServer(options, binaries, account);
    if (!(await exists(options.directory))) {
      await server.initialise();
    }
    return server;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  /** Resolves when connections are accepted. @throws with what PostgreSQL said when it ended instead. */
  async start(): Promise<void> {
    const { directory, port } = this.options;
    const server = spawn(this.binaries.postgres, ['-D', directory, ...postgresFlags(port)], {
      ...this.account,
      cwd: '/',
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.process = server;
    let output = '';
    server.stderr.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
    server.once('error', ({ message }) => (output += message));

    const deadline = Date.now() + START_TIMEOUT;
    while (!(await this.isReady())) {
      if (server.pid === undefined || hasEnded(server) || Date.now() > deadline) {
        throw new Error(
          `PostgreSQL did not start:\n${output.trim()}\nIts log is in ${join(directory, 'log')}.`,
        );
      }
      await sleep(20);
    }
  }

  /** Resolves when the process has ended, for whatever reason. */
  async ended(): Promise<void> {
    if (this.process && !hasEnded(this.process)) {
      await once(this.process, 'exit');
    }
  }

  /** Ends all connections and writes everything to the disk. */
  async stop(): Promise<void> {
    this.process?.kill('SIGINT');
    const timer = setTimeout(() => this.process?.kill('SIGQUIT'), STOP_TIMEOUT);
    await this.ended();
    clearTimeout(timer);
  }

  /** Beside its place first, so that a start that was broken off leaves nothing half made in it. */
  private async initialise(): Promise<void> {
    const { directory, user, password } = this.options;
    const unfinished = `${directory}.new`;
    const passwordFile = join(unfinished, 'password');
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    await this.own(unfinished);
    await writeFile(passwordFile, password, { mode: 0o600 });
    await this.own(passwordFile);
    const flags = ['--auth=scram-sha-256', '--encoding=UTF8', `--locale=${locale}`, '--lc-messages=C'];
    await run(
      this.binaries.initdb,
      [`--pgdata=${join(unfinished, 'data')}`, `--username=${user}`, `--pwfile=${passwordFile}`, ...flags],
      { ...this.account, cwd: '/', env },
    );
    await rename(join(unfinished, 'data'), directory);
    await rm(unfinished, { recursive: true });
  }

  private async own(path: string): Promise<void> {
    if (this.account.uid !== undefined && this.account.gid !== undefined) {
      await chown(path, this.account.uid, this.account.gid);
    }
  }

  /** PostgreSQL itself says so, in the first and the eighth line of this file. */
  private async isReady(): Promise<boolean> {
    const file = await readFile(join(this.options.directory, 'postmaster.pid'), 'utf8').catch(() => '');
    const lines = file.split('\n');
    return Number(lines[0]) === this.pid && lines[7]?.trim() === 'ready';
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
