import type { OnGatewayInit } from '@nestjs/websockets';
import { channelOf, DomainEvents, Gateway, type RealtimeServer } from '@parley/api-core';
import { watchersOf } from '@parley/api-posts';
import { CommentWritten } from './comment.events.js';

/** Tells those who look at a post what is said about it. */
@Gateway()
export class CommentsGateway implements OnGatewayInit<RealtimeServer> {
  constructor(private readonly events: DomainEvents) {}

  afterInit(server: RealtimeServer): void {
    this.events.on(CommentWritten, ({ audience, comment, commentCount, hiddenFrom }) => {
      const readers = server.to(watchersOf(audience)).except(hiddenFrom.map(channelOf.user));
      readers.emit('comment:changed', { comment, commentCount });
    });
  }
}
