import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, type RealtimeServer } from '@parley/api-core';
import { AccountChanged } from './user.events.js';

/** Keeps the person's devices alike. */
@Gateway()
export class UsersGateway implements OnGatewayInit<RealtimeServer> {
  constructor(private readonly events: DomainEvents) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(AccountChanged, ({ me }) => {
      server.to(channelOf.user(me.id)).emit('me:changed', { me });
    });
  }
}
