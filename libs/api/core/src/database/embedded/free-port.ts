import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port on this machine that nobody listens on. It is below those that the system gives to outgoing
 * connections: one of them could take it in the moment in which a database restarts.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port, '127.0.0.1')) {
      return port;
    }
  }
}

export async function isFree(port: number, host: string): Promise<boolean> {
  const probe = createServer();
  probe.listen(port, host);
  try {
    await once(probe, 'listening');
    probe.close();
    await once(probe, 'close');
    return true;
  } catch {
    return false;
  }
}
