import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { StartupError } from '../../lifecycle/startup-error.js';

/** What a connection ends with when nobody listens, or nobody any more. */
const goneCodes = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT'];

/**
 * Holds a folder for one process. The lock is a listening socket, not a file with a number in it: the kernel
 * frees it however the process ends, and no other process can be taken for the holder.
 *
 * @param path relative, because the path of a socket may have 100 characters only
 * @param patience milliseconds to wait for a holder that is about to end
 * @throws when another process keeps the folder
 */
export async function lockDirectory(path: string, patience: number): Promise<Server> {
  const deadline = Date.now() + patience;
  for (;;) {
    const lock = await tryToListen(path);
    if (lock) {
      return lock;
    }
    if (!(await isReleased(path, deadline - Date.now()))) {
      throw new StartupError(
        'Another Parley is running on this data folder: stop it, or set DATA_DIR to another one.',
      );
    }
    // Nobody listens behind what is left in the file system.
    await rm(path, { force: true });
  }
}

async function tryToListen(path: string): Promise<Server | undefined> {
  const server = createServer();
  server.listen(path);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return undefined;
    }
    throw error;
  }
}

/** Whether the holder was gone, or went in time: connections to it end when it does. */
async function isReleased(path: string, patience: number): Promise<boolean> {
  const holder = connect(path).resume();
  const timer = setTimeout(() => holder.destroy(new Error('still held')), Math.max(patience, 1));
  try {
    await once(holder, 'close');
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && goneCodes.includes(String(error.code));
  } finally {
    clearTimeout(timer);
    holder.destroy();
  }
}
