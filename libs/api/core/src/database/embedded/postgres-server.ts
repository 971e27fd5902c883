import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartupError } from '../../lifecycle/startup-error.js';
import { lendDirectory } from './lent-directory.js';
import { postgresAccount, type PostgresAccount } from './postgres-account.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { postgresFlags } from './postgres-flags.js';

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
  /** Of its command line, besides those that it always has. */
  flags?: readonly string[];
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
    const account = await postgresAccount(options.directory);
    const binaries = await postgresBinaries(account);
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
    const { directory, port, flags = [] } = this.options;
    let output = '';
    const server = await this.run(directory, (path) => [
      this.binaries.postgres,
      '-D',
      path,
      ...postgresFlags(port),
      ...flags,
    ]);
    this.process = server;
    server.stderr?.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000)));
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

  /** Does not wait for what becomes of it. */
  signal(signal: NodeJS.Signals): void {
    this.process?.kill(signal);
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
    const initdb = await this.run(unfinished, (path) => [
      this.binaries.initdb,
      `--pgdata=${join(path, 'data')}`,
      `--pwfile=${join(path, 'password')}`,
      `--username=${user}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
    ]);
    let output = '';
    initdb.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code] = (await once(initdb, 'close')) as [number | null];
    if (code !== 0) {
      throw new StartupError(`The database could not be made in ${directory}:\n${output}`);
    }
    await rename(join(unfinished, 'data'), directory);
    await rm(unfinished, { recursive: true });
  }

  /** Starts a program as the account of PostgreSQL, which finds the folder at the path that it is told. */
  private async run(directory: string, command: (path: string) => string[]): Promise<ChildProcess> {
    const lent = await lendDirectory(directory, this.account);
    const [program = '', ...parameters] = command(lent.path);
    const child = spawn(program, parameters, {
      ...this.account,
      cwd: '/',
      env,
      stdio: ['ignore', 'ignore', 'pipe', ...lent.descriptors],
    });
    await lent.release();
    return child;
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
