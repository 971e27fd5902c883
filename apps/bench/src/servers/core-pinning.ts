import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The server and its database share one core, the load has another. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Linux alone has `taskset`; elsewhere the figures are worth less, and the report says so. */
export const isPinned = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that runs Node on the core of the servers. Its process id is that of Node. */
export function onServerCore(args: readonly string[]): [command: string, args: string[]] {
  return isPinned
    ? ['taskset', ['-c', SERVER_CORE, process.execPath, ...args]]
    : [process.execPath, [...args]];
}

/** Moves this process, which makes the load, with all of its threads. */
export function moveToLoadCore(): void {
  if (isPinned) {
    spawnSync('taskset', ['-a', '-c', '-p', LOAD_CORE, String(process.pid)]);
  }
}
