import { chdir } from 'node:process';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { lockDirectory } from './directory-lock.js';
import { freePort } from './free-port.js';
import { clearLeftovers } from './leftovers.js';
import { PostgresServer } from './postgres-server.js';
import type { StartPostgres, SupervisorMessage } from './supervisor-messages.js';

/*
 * Runs PostgreSQL for the API, in a process of its own, because the database must outlive the API by a
 * moment however that ends: it stops when the channel to the API closes. Signals of the terminal do not reach it.
 */
const LOCK_PATIENCE = 5_000;
const RESTART_PAUSE = 200;

let lock: Server | undefined;
let server: PostgresServer | undefined;
let isStopping = false;

(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).forEach((signal) => process.on(signal, () => undefined));
process.once('disconnect', () => void stop());
process.once('message', (request: StartPostgres) => {
  start(request).catch(async (error: unknown) => {
    tell({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) });
    await stop();
  });
});

async function start({ dataDirectory, user, password, database, ...given }: StartPostgres): Promise<void> {
  chdir(dataDirectory);
  lock = await lockDirectory('postgres.lock', LOCK_PATIENCE);
  const directory = join(dataDirectory, 'postgres');
  if (await clearLeftovers(directory)) {
    tell({ kind: 'log', text: 'A PostgreSQL that was left running has been stopped' });
  }
  const port = given.port ?? (await freePort());
  server = await PostgresServer.open({ directory, port, user, password });
  await startPersistently(server);
  const url = new URL(`postgres://127.0.0.1:${port}/postgres`);
  await makeDatabase(Object.assign(url, { username: user, password }).href, database);
  tell({ kind: 'ready', port });
  void keepRunning(server, directory);
}

/** Processes of a killed server may hold its memory for a moment longer, and a new one refuses to start. */
async function startPersistently(server: PostgresServer): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      await server.start();
      return;
    } catch (error) {
      if (isStopping || Date.now() > deadline) {
        throw error;
      }
      await sleep(RESTART_PAUSE);
    }
  }
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}

async function keepRunning(server: PostgresServer, directory: string): Promise<void> {
  for (;;) {
    await server.ended();
    if (isStopping) {
      return;
    }
    tell({ kind: 'log', text: 'PostgreSQL has ended unexpectedly and is started again' });
    await clearLeftovers(directory);
    // What keeps it from starting, such as a full disk, may pass: the API says meanwhile that it is unavailable.
    await startPersistently(server).catch((error: unknown) => {
      tell({ kind: 'log', text: error instanceof Error ? error.message : String(error) });
    });
  }
}

async function stop(): Promise<void> {
  isStopping = true;
  await server?.stop();
  lock?.close();
  process.exit();
}

function tell(message: SupervisorMessage): void {
  if (process.connected) {
    process.send?.(message);
  }
}
