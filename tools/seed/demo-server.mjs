import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const start = join(import.meta.dirname, '../start.mjs');

/** The server that runs, or one that is started for as long as the demo takes to make. */
export async function openServer() {
  const url = process.env.SEED_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
  if (await answers(url)) {
    return { url, close: () => undefined };
  }
  process.stdout.write(`Nothing answers on ${url}: starting Parley for the moment.\n`);
  const server = spawn(process.execPath, [start], { stdio: ['ignore', 'pipe', 'inherit'] });
  await listening(server);
  return {
    url,
    close: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

async function answers(url) {
  try {
    return (await fetch(`${url}/api/health/live`)).ok;
  } catch {
    return false;
  }
}

function listening(server) {
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error('Parley did not start.')));
    server.stdout.on('data', (output) => output.toString().includes('listens on') && resolve());
  });
}
