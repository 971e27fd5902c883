import { join } from 'node:path';

/** Bytes that the path of a socket may have: the least that any operating system takes. */
const LONGEST_PATH = 103;

/** What the names of PostgreSQL's sockets, and of the lock files beside them, begin with; its port follows. */
export const SOCKET_PREFIX = '.s.PGSQL.';

/** For PostgreSQL itself: where it works, which is the folder of its data, however one gets there. */
export const SOCKET_DIRECTORY = process.platform === 'win32' ? '' : '.';

/**
 * The folder where clients find the socket, or null when they must use TCP. A query over the socket costs both
 * sides a third less.
 *
 * @param directory of the data, absolute
 */
export function socketDirectory(directory: string): string | null {
  const path = join(directory, `${SOCKET_PREFIX}65535`);
  return SOCKET_DIRECTORY === '' || Buffer.byteLength(path) > LONGEST_PATH ? null : directory;
}
