import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  type Actor,
  channelOf,
  Command,
  CurrentActor,
  DomainEvents,
  Gateway,
  type RealtimeServer,
  type RealtimeSocket,
} from '@parley/api-core';
import { type Done, TypingCommand } from '@parley/contracts';
import { TypingNoticed } from './typing.events.js';
import { TypingService } from './typing.service.js';

@Gateway()
export class TypingGateway implements OnGatewayInit<RealtimeServer>, OnGatewayDisconnect<RealtimeSocket> {
  constructor(
    private readonly typing: TypingService,
    private readonly events: DomainEvents,
  ) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(TypingNoticed, ({ roomId, userId, isTyping, hiddenFrom }) => {
      // Volatile: who has something better to do with their connection does not get it.
      const others = server.volatile
        .to(channelOf.room(roomId))
        .except([userId, ...hiddenFrom].map(channelOf.user));
      others.emit('typing:changed', { roomId, userId, typing: isTyping });
    });
  }

  handleDisconnect({ id }: RealtimeSocket): void {
    this.typing.stopOn(id);
  }

  @Command('typing:start')
  start(
    @MessageBody() { roomId }: TypingCommand,
    @ConnectedSocket() { id: socketId }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<Done> {
    return this.typing.start({ roomId, userId, socketId });
  }

  @Command('typing:stop')
  stop(
    @MessageBody() { roomId }: TypingCommand,
    @ConnectedSocket() { id: socketId }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<Done> {
    return this.typing.stop({ roomId, userId, socketId });
  }
}
