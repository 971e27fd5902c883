import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/*
 * `npm run restored`: to be run once after a backup was brought back, while Parley or its database runs. It
 * gives the data another identity, so that clients drop what they remember of messages that are no more.
 */
if (existsSync('.env')) {
  process.loadEnvFile();
}
const client = new pg.Client({ connectionString: process.env.DATABASE_URL || embeddedUrl() });
await client.connect();
const { rows } = await client.query(
  'UPDATE instance SET generation = gen_random_uuid() RETURNING generation',
);
await client.end();
process.stdout.write(
  `The data are now known as ${rows[0].generation}. Start Parley anew to make it known.\n`,
);

/** Of the database that Parley brings along, which tells its port while it runs. */
function embeddedUrl() {
  const directory = process.env.DATA_DIR || 'data';
  const pidFile = join(directory, 'postgres/postmaster.pid');
  if (!existsSync(pidFile)) {
    throw new Error(`There is no running database in ${directory}: start Parley first.`);
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3];
  const { databasePassword } = JSON.parse(readFileSync(join(directory, 'secrets.json'), 'utf8'));
  return `postgres://parley:${databasePassword}@127.0.0.1:${port}/parley`;
}
