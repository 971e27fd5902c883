import { WebSocketServer } from '@nestjs/websockets';
import type { SessionClosed } from '@parley/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Gateway, type RealtimeServer } from '../realtime/gateway.js';

/** How long, and how often within it, is looked whether the last words have left. */
const FLUSH_PATIENCE = 2_000;
const FLUSH_PAUSE = 20;

/** All sockets of this process: closes them when the server stops. */
@Gateway()
export class OpenSockets {
  @WebSocketServer()
  private readonly server!: RealtimeServer;

  /** Tells everybody why, and resolves when they have been told. */
  async close(reason: SessionClosed['reason']): Promise<void> {
    const everybody = this.server.local;
    everybody.emit('session:closed', { reason });
    everybody.disconnectSockets(true);
    const deadline = Date.now() + FLUSH_PATIENCE;
    while (this.server.engine.clientsCount > 0 && Date.now() < deadline) {
      await sleep(FLUSH_PAUSE);
    }
  }
}
