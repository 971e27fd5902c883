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
    this.events.on(TypingNoticed, ({ place, channel, userId, isTyping, hiddenFrom }) => {
      // Volatile: who has something better to do with their connection does not get it.
      const others = server.volatile.to(channel).except([userId, ...hiddenFrom].map(channelOf.user));
      others.emit('typing:changed', { ...place, userId, typing: isTyping });
    });
  }

  handleDisconnect({ id }: RealtimeSocket): void {
    this.typing.stopOn(id);
  }

  @Command('typing:start')
  start(
    @MessageBody() command: TypingCommand,
    @ConnectedSocket() { id: socketId }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<Done> {
    return this.typing.start(command, { userId, socketId });
  }

  @Command('typing:stop')
  stop(
    @MessageBody() command: TypingCommand,
    @ConnectedSocket() { id: socketId }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<Done> {
    return this.typing.stop(command, { userId, socketId });
  }
}
