import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../lifecycle/startup-error.js';

/** What must be secret and stay the same, for a server whose owner has set nothing. */
export interface Secrets {
  /** Signs the access tokens. */
  jwtSecret: string;
  /** Of the PostgreSQL that Parley brings along. */
  databasePassword: string;
}

const names = ['jwtSecret', 'databasePassword'] as const;

/** Reads `secrets.json` of the data folder, and adds what is missing in it, on the first start everything. */
export async function openSecrets(dataDirectory: string): Promise<Secrets> {
  const file = join(dataDirectory, 'secrets.json');
  const known = parse(file, await readFile(file, 'utf8').catch(ifMissing));
  const made = Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64url')]));
  const secrets = { ...made, ...known } as Secrets;
  if (names.some((name) => known[name] === undefined)) {
    await mkdir(dataDirectory, { recursive: true });
    await write(file, `${JSON.stringify(secrets, null, 2)}\n`);
  }
  return secrets;
}

function ifMissing(error: NodeJS.ErrnoException): string {
  if (error.code !== 'ENOENT') {
    throw new StartupError(`The secrets of this server cannot be read: ${error.message}`, { cause: error });
  }
  return '{}';
}

function parse(file: string, text: string): Partial<Secrets> {
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch {
    // The error of the parser would show a part of the file.
    throw new StartupError(
      `${file} is no JSON: bring back a copy of it, or remove it together with the data.`,
    );
  }
}

/** At once or not at all: a process that is killed here must not leave half a file. */
async function write(file: string, text: string): Promise<void> {
  const unfinished = await open(`${file}.new`, 'w', 0o600);
  await unfinished.writeFile(text);
  await unfinished.sync();
  await unfinished.close();
  await rename(`${file}.new`, file);
}
