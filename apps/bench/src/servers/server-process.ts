import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { onServerCore } from './core-pinning.js';

/** Milliseconds; the first start of the product makes a database. */
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 20_000;

/** A server as a process of its own, on the core of the servers. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    readonly pid: number,
    private readonly child: ChildProcess,
  ) {}

  /** Resolves when it says where it listens. @throws with what it said when it ends before */
  static async start(
    program: readonly string[],
    env: Readonly<Record<string, string>>,
  ): Promise<ServerProcess> {
    // Not from the root of the repository, where somebody may have a `.env` for their own server.
    const options = { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] as const };
    const child = spawn(...onServerCore(program), { ...options, stdio: [...options.stdio] });
    const url = await addressOf(child);
    return new ServerProcess(url, child.pid ?? 0, child);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const impatience = setTimeout(() => this.child.kill('SIGKILL'), STOP_PATIENCE);
    await exited;
    clearTimeout(impatience);
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (reason: string) => {
      child.kill('SIGKILL');
      reject(new Error(`${reason}:\n${output}`));
    };
    const impatience = setTimeout(() => fail('The server did not listen in time'), START_PATIENCE);
    child.once('error', reject).once('exit', () => fail('The server ended before it listened'));
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /listens on (http:\/\/\S+)/.exec(output) ?? [];
      if (url !== undefined) {
        clearTimeout(impatience);
        child.removeAllListeners('exit');
        // What it says from here on is read, so that it never waits for us, and dropped.
        child.stdout?.off('data', read).resume();
        child.stderr?.off('data', read).on('data', (text: Buffer) => process.stderr.write(text));
        resolve(url);
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
}
