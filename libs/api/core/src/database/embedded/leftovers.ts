import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { SOCKET_PREFIX } from './postgres-socket.js';

const run = promisify(execFile);

/** What a polite, an impolite and the last request to end are, and how many milliseconds each one has. */
const requests = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/**
 * Clears away what a killed Parley left behind: a PostgreSQL that still runs on these data, or its
 * `postmaster.pid` and the lock of its socket, which keep a new one from starting once their number belongs to
 * another process.
 * Only for whoever holds the lock of the folder.
 *
 * @returns whether a PostgreSQL was still running
 */
export async function clearLeftovers(directory: string): Promise<boolean> {
  const pidFile = join(directory, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(pidFile, 'utf8').catch(() => ''), 10);
  const isOrphaned = Number.isInteger(pid) && (await isPostgresOf(pid, directory));
  if (isOrphaned) {
    await end(pid);
  }
  const files = await readdir(directory).catch(() => []);
  const sockets = files.filter((name) => name.startsWith(SOCKET_PREFIX)).map((name) => join(directory, name));
  await Promise.all([pidFile, ...sockets].map((file) => rm(file, { force: true })));
  return isOrphaned;
}

/** A server works in the folder of its data, which no other process has a reason to. */
async function isPostgresOf(pid: number, directory: string): Promise<boolean> {
  try {
    if (process.platform === 'linux') {
      return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(directory));
    }
    const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]);
    return stdout.includes('postgres') && stdout.includes(directory);
  } catch {
    // There is no such process.
    return false;
  }
}

async function end(pid: number): Promise<void> {
  for (const [signal, patience] of requests) {
    const deadline = Date.now() + patience;
    while (isAlive(pid, signal) && Date.now() < deadline) {
      await sleep(100);
    }
    if (!isAlive(pid)) {
      return;
    }
  }
  throw new Error(`An old PostgreSQL (process ${pid}) keeps the data folder and does not end.`);
}

function isAlive(pid: number, signal: NodeJS.Signals | 0 = 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
