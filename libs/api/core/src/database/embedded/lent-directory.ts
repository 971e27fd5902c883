import { open } from 'node:fs/promises';
import type { PostgresAccount } from './postgres-account.js';

/** A folder as PostgreSQL sees it. */
export interface LentDirectory {
  path: string;
  /** To be passed on to the process, behind the three that every process has. */
  descriptors: number[];
  /** To be called when the process has been started. */
  release: () => Promise<void>;
}

/**
 * Root may keep its data where other accounts cannot walk to, such as below /root. So the folder is handed
 * over open: the way to it is not asked for then, only whose it is.
 */
export async function lendDirectory(directory: string, account: PostgresAccount): Promise<LentDirectory> {
  if (account.uid === undefined || process.platform !== 'linux') {
    return { path: directory, descriptors: [], release: async () => undefined };
  }
  const handle = await open(directory, 'r');
  return { path: '/proc/self/fd/3', descriptors: [handle.fd], release: () => handle.close() };
}
