import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import {
  type Actor,
  Command,
  CurrentActor,
  DomainEvents,
  Gateway,
  type RealtimeServer,
  type RealtimeSocket,
} from '@parley/api-core';
import { type Done, type PresenceList, SetPresence, WatchPresence } from '@parley/contracts';
import { PeopleParted } from '@parley/api-users';
import { ChoicesChanged, PeopleMoved, PresenceTold } from './presence.events.js';
import { PresenceChoosing } from './presence-choosing.js';
import { PresenceService } from './presence.service.js';

@Gateway()
export class PresenceGateway
  implements
    OnGatewayInit<RealtimeServer>,
    OnGatewayConnection<RealtimeSocket>,
    OnGatewayDisconnect<RealtimeSocket>
{
  constructor(
    private readonly presence: PresenceService,
    private readonly choosing: PresenceChoosing,
    private readonly events: DomainEvents,
  ) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(PresenceTold, ({ socketId, items }) => {
      server.sockets.sockets.get(socketId)?.emit('presence:changed', { items: [...items] });
    });
    this.events.on(PeopleMoved, ({ moves }) => void server.serverSideEmit('presence:moved', moves));
    this.events.on(ChoicesChanged, ({ userId }) => void server.serverSideEmit('presence:chosen', userId));
    server.on('presence:moved', (moves) => this.presence.heard(moves));
    this.events.on(PeopleParted, ({ blockerId, blockedId }) => {
      this.presence.part(blockerId, blockedId);
      void server.serverSideEmit('presence:parted', blockerId, blockedId);
    });
    server.on('presence:parted', (one, other) => this.presence.part(one, other));
    server.on('presence:chosen', (userId) => this.choosing.askFor(userId));
  }

  handleConnection({ id, data }: RealtimeSocket): void {
    if (this.presence.connected(data.actor.userId, id)) {
      this.choosing.askFor(data.actor.userId);
    }
  }

  handleDisconnect({ id, data }: RealtimeSocket): void {
    this.presence.disconnected(data.actor.userId, id);
  }

  @Command('presence:set')
  set(
    @MessageBody() { status }: SetPresence,
    @ConnectedSocket() { id }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<Done> {
    return this.presence.set(userId, id, status);
  }

  @Command('presence:watch')
  watch(
    @MessageBody() { userIds }: WatchPresence,
    @ConnectedSocket() { id }: RealtimeSocket,
    @CurrentActor() { userId }: Actor,
  ): Promise<PresenceList> {
    return this.presence.watch({ socketId: id, userId }, userIds);
  }
}
