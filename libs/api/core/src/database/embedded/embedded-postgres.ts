import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Logger } from '@nestjs/common';
import { StartupError } from '../../lifecycle/startup-error.js';
import { socketDirectory } from './postgres-socket.js';
import type { StartPostgres, SupervisorMessage } from './supervisor-messages.js';

const USER = 'parley';
const DATABASE = 'parley';

/** The PostgreSQL that Parley brings along, for whoever has none. It runs in processes of its own. */
export class EmbeddedPostgres {
  private readonly logger = new Logger(EmbeddedPostgres.name);
  private supervisor?: ChildProcess;
  private port?: number;
  private isStopping = false;

  private constructor(
    private readonly dataDirectory: string,
    private readonly password: string,
  ) {}

  /** @throws an explanation for whoever runs the server, when the data folder cannot be used. */
  static async start(directory: string, password: string): Promise<EmbeddedPostgres> {
    const dataDirectory = resolve(directory);
    await mkdir(dataDirectory, { recursive: true });
    const postgres = new EmbeddedPostgres(dataDirectory, password);
    await postgres.supervise();
    return postgres;
  }

  get url(): string {
    const url = new URL(`postgres://127.0.0.1:${this.port ?? 0}/${DATABASE}`);
    const socket = socketDirectory(join(this.dataDirectory, 'postgres'));
    if (socket !== null) {
      url.searchParams.set('host', socket);
    }
    return Object.assign(url, { username: USER, password: this.password }).href;
  }

  /** Resolves when everything is on the disk and no process is left. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.supervisor?.connected) {
      const ended = once(this.supervisor, 'exit');
      this.supervisor.disconnect();
      await ended;
    }
  }

  private async supervise(): Promise<void> {
    // In a group of its own: Ctrl-C in the terminal is for the API, which needs the database to finish its work.
    const supervisor = spawn(
      process.execPath,
      ['--max-old-space-size=64', join(import.meta.dirname, 'supervisor.js')],
      { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: {}, cwd: '/' },
    );
    this.supervisor = supervisor;
    const { dataDirectory, password, port } = this;
    supervisor.send({
      dataDirectory,
      password,
      port,
      user: USER,
      database: DATABASE,
    } satisfies StartPostgres);
    this.port = await this.ready(supervisor);
    supervisor.once('exit', () => void this.replace());
  }

  private ready(supervisor: ChildProcess): Promise<number> {
    return new Promise((resolve, reject) => {
      supervisor.on('message', (message: SupervisorMessage) => {
        switch (message.kind) {
          case 'ready':
            resolve(message.port);
            break;
          case 'failed':
            reject(new StartupError(message.reason));
            break;
          case 'log':
            this.logger.warn(message.text);
        }
      });
      supervisor.once('exit', () => reject(new Error('The process that runs PostgreSQL has ended')));
    });
  }

  /** The next supervisor finds the database that the killed one left, and starts it again on the same port. */
  private async replace(): Promise<void> {
    if (this.isStopping) {
      return;
    }
    this.logger.warn('The process that runs PostgreSQL has ended unexpectedly and is started again');
    await this.supervise().catch((error: unknown) => this.logger.error(error));
  }
}
