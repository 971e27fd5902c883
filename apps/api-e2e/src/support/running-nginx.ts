import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@parley/api-core';
import { eventually } from './data-directory.js';

const shipped = join(import.meta.dirname, '../../../../docker/nginx.conf');

/** Debian's nginx with the configuration that is shipped; only its addresses and folders are those of the test. */
export class RunningNginx {
  private constructor(
    readonly url: string,
    private readonly directory: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(api: string): Promise<RunningNginx> {
    const directory = await mkdtemp(join(tmpdir(), 'parley-nginx-'));
    const port = await freePort();
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${join(directory, kind)};`,
    );
    const configuration = (await readFile(shipped, 'utf8'))
      .replace('server api:3000;', `server ${new URL(api).host};`)
      .replace('listen 8080;', `listen 127.0.0.1:${port};`)
      .replace('pid /tmp/nginx.pid;', `pid ${join(directory, 'nginx.pid')};\ndaemon off;`)
      // A pipe, which is what Jest gives to the processes of its workers, cannot be opened by this name.
      .replace('/dev/stderr', join(directory, 'error.log'))
      .replace('http {', `http {\n${folders.join('\n')}`);
    const file = join(directory, 'nginx.conf');
    await writeFile(file, configuration);
    const server = spawn('nginx', ['-c', file], {
      env: { PATH: '/usr/sbin:/usr/bin' },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const nginx = new RunningNginx(`http://127.0.0.1:${port}`, directory, server);
    await eventually(() => fetch(nginx.url));
    return nginx;
  }

  async stop(): Promise<void> {
    const ended = once(this.server, 'exit');
    this.server.kill('SIGTERM');
    await ended;
    await rm(this.directory, { recursive: true, force: true });
  }
}
