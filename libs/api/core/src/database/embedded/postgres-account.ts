import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

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
 * @throws an explanation when this account cannot reach what it needs.
 */
export async function postgresAccount(directory: string, binary: string): Promise<PostgresAccount> {
  const owner = await stat(directory).catch(() => undefined);
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new Error(
        `${directory} belongs to another user: start Parley as that user, or set DATA_DIR to another folder.`,
      );
    }
    return {};
  }
  const account = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await postgresUser();
  await expectReachable(dirname(directory), account);
  await expectReachable(dirname(binary), account);
  return account;
}

async function postgresUser(): Promise<Required<PostgresAccount>> {
  try {
    return await idsOf('postgres');
  } catch {
    const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
    await run('useradd', [...flags, '--shell', '/usr/sbin/nologin', 'postgres'], { env });
    return idsOf('postgres');
  }
}

async function idsOf(user: string): Promise<Required<PostgresAccount>> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, user], { env })));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

async function expectReachable(directory: string, account: PostgresAccount): Promise<void> {
  try {
    await run('test', ['-x', directory], { ...account, env, cwd: '/' });
  } catch (cause) {
    throw new Error(
      `PostgreSQL does not run as root, and its user ${account.uid ?? ''} may not enter ${directory}.\n` +
        'Move Parley to a folder that everybody may enter (such as /srv/parley), start it as an ordinary user,\n' +
        'or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}
