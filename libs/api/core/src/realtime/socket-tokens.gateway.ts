import { ConnectedSocket, MessageBody } from '@nestjs/websockets';
import { RefreshSocket, type SocketRefreshed } from '@parley/contracts';
import { Command, Gateway, type RealtimeSocket } from './gateway.js';
import { SocketSessions } from './socket-sessions.js';

/** Lets a socket live longer than the token that it was opened with. */
@Gateway()
export class SocketTokensGateway {
  constructor(private readonly sessions: SocketSessions) {}

  @Command('auth:refresh')
  refresh(
    @MessageBody() { token }: RefreshSocket,
    @ConnectedSocket() socket: RealtimeSocket,
  ): Promise<SocketRefreshed> {
    return this.sessions.renew(socket, token);
  }
}
