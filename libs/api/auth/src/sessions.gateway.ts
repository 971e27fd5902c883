import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, type RealtimeServer } from '@parley/api-core';
import { SessionsEnded } from './session.events.js';

/** Closes the sockets of a session that is over, on whichever server they are. */
@Gateway()
export class SessionsGateway implements OnGatewayInit<RealtimeServer> {
  constructor(private readonly events: DomainEvents) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(SessionsEnded, ({ sessionIds }) => {
      const sockets = server.in(sessionIds.map(channelOf.session));
      sockets.emit('session:closed', { reason: 'auth-revoked' });
      sockets.disconnectSockets(true);
    });
  }
}
