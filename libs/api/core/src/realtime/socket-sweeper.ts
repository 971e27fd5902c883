import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { closeSocket, cutSocket, waitingFor } from './close-socket.js';
import type { RealtimeServer, RealtimeSocket } from './gateway.js';

/** Milliseconds between two looks at all sockets: one timer for all is cheaper than two a socket. */
const SWEEP_EVERY = 500;
/** Milliseconds before the end of its token at which a client is asked for the next one. */
const WARN_BEFORE = 60_000;
/** What may wait for a client before it is cut. */
const MOST_PACKETS = 1_000;
const MOST_BYTES = 1_000_000;

/** Ends sockets whose token has ended, and sockets that take less than they are sent. */
@Injectable()
export class SocketSweeper implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  start(server: RealtimeServer): void {
    this.timer = setInterval(() => this.sweep(server), SWEEP_EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private sweep(server: RealtimeServer): void {
    const now = Date.now();
    for (const socket of server.sockets.sockets.values()) {
      const { packets, bytes } = waitingFor(socket);
      if (packets > MOST_PACKETS || bytes > MOST_BYTES) {
        cutSocket(socket, 'slow-consumer');
      } else {
        this.mindToken(socket, now);
      }
    }
  }

  private mindToken(socket: RealtimeSocket, now: number): void {
    const { data } = socket;
    const left = data.tokenEndsAt - now;
    if (left <= 0) {
      closeSocket(socket, 'auth-expired');
    } else if (left <= WARN_BEFORE && !data.isWarned) {
      data.isWarned = true;
      socket.emit('auth:expiring', { inSeconds: Math.round(left / 1_000) });
    }
  }
}
