import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../../api/dist/main.js');

/** The server as it is shipped, with an environment of its own and nothing else. */
export class ServerProcess {
  readonly exited: Promise<number | null>;
  private text = '';

  private constructor(
    private readonly child: ChildProcess,
    /** Where it was started: its data folder is `data` in there, unless it has another one. */
    readonly directory: string,
  ) {
    this.exited = once(child, 'exit').then(([code]) => code as number | null);
    [child.stdout, child.stderr].forEach((stream) =>
      stream?.on('data', (chunk: Buffer) => (this.text += chunk.toString())),
    );
  }

  /** Not from the root of the repository, where somebody may have a `.env` for their own server. */
  static spawn(env: Record<string, string>): ServerProcess {
    const cwd = mkdtempSync(join(tmpdir(), 'parley-server-'));
    const child = spawn(process.execPath, [main], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    child.once('exit', () => rmSync(cwd, { recursive: true, force: true }));
    return new ServerProcess(child, cwd);
  }

  /** Resolves with where it listens. @throws with what it said when it ended instead */
  static async start(env: Record<string, string>): Promise<ServerProcess> {
    const server = ServerProcess.spawn(env);
    await Promise.race([server.says(/listens on/), server.exited]);
    if (server.hasExited) {
      throw new Error(`The server ended before it listened:\n${server.output}`);
    }
    return server;
  }

  /** Everything that it said so far. */
  get output(): string {
    return this.text;
  }

  get url(): string {
    return /listens on (http:\S+)/.exec(this.text)?.[1] ?? '';
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  private get hasExited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async says(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.text)) {
      if (!this.child.stdout) {
        return;
      }
      await Promise.race([once(this.child.stdout, 'data'), this.exited]);
      if (this.hasExited) {
        return;
      }
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns its exit code */
  stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.exited;
  }
}
