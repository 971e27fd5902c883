import { type OnGatewayConnection, WebSocketServer } from '@nestjs/websockets';
import type { Ack, SessionClosed } from '@parley/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { toDomainError, toSocketProblem } from '../errors/problems.js';
import { Gateway, type RealtimeServer, type RealtimeSocket } from '../realtime/gateway.js';
import { ServerLifecycle } from './server-lifecycle.js';

/** How long, and how often within it, is looked whether the last words have left. */
const FLUSH_PATIENCE = 2_000;
const FLUSH_PAUSE = 20;

type Acknowledge = (ack: Ack<never>) => void;

/** All sockets of this process: lets their commands finish, and closes them when the server stops. */
@Gateway()
export class OpenSockets implements OnGatewayConnection {
  @WebSocketServer()
  private readonly server!: RealtimeServer;

  constructor(private readonly lifecycle: ServerLifecycle) {}

  handleConnection(socket: RealtimeSocket): void {
    socket.use((command: unknown[], next) => {
      const acknowledge = command.at(-1);
      if (!isAcknowledge(acknowledge)) {
        next();
        return;
      }
      try {
        const done = this.lifecycle.begin();
        command[command.length - 1] = (ack: Ack<never>) => {
          done();
          acknowledge(ack);
        };
        next();
      } catch (error) {
        const instance = `/socket.io#${String(command[0])}`;
        acknowledge({ ok: false, problem: toSocketProblem(toDomainError(error), instance, uuidv7()) });
      }
    });
  }

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

function isAcknowledge(argument: unknown): argument is Acknowledge {
  return typeof argument === 'function';
}
