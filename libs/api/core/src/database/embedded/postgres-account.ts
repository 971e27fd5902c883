import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartupError } from '../../lifecycle/startup-error.js';

const run = promisify(execFile);
const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' };

/** Whom the operating system takes PostgreSQL for; nothing means: for whoever started Parley. */
export interface PostgresAccount {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it the account that owns the data, or `postgres`.
 *
 * @throws an explanation when the data belong to somebody else
 */
export async function postgresAccount(directory: string): Promise<PostgresAccount> {
  const owner = await stat(directory).catch(() => undefined);
  const own = process.getuid?.();
  if (own === 0) {
    return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : postgresUser();
  }
  if (owner && owner.uid !== own) {
    throw new StartupError(
      `${directory} belongs to another user: start Parley as that user, or set DATA_DIR to another folder.`,
    );
  }
  return {};
}

/** Whether this account may use a file, which needs the right to walk through every folder above it. */
export async function mayRead(file: string, account: PostgresAccount): Promise<boolean> {
  return run('test', ['-r', file], { ...account, env, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function postgresUser(): Promise<PostgresAccount> {
  try {
    return await idsOf('postgres');
  } catch {
    const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    await run('useradd', [...flags, '--shell', '/usr/sbin/nologin', 'postgres'], { env });
    return idsOf('postgres');
  }
}

async function idsOf(user: string): Promise<PostgresAccount> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user], { env })));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}
