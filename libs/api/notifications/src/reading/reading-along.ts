import { Injectable } from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { MessagesChanged } from '@parley/api-messages';
import { PostWatched } from '@parley/api-posts';
import { MarkerMoved } from '@parley/api-rooms';
import { ReadingService } from './reading.service.js';

/** Whoever reads in a room or looks at a post has seen what they were told of it. */
@Injectable()
export class ReadingAlong {
  constructor(events: DomainEvents, reading: ReadingService) {
    events.on(MarkerMoved, ({ userId, marker: { roomId, lastReadSeq, unreadFrom } }) =>
      reading.readRoom(
        userId,
        roomId,
        unreadFrom === null ? lastReadSeq : Math.min(lastReadSeq, unreadFrom - 1),
      ),
    );
    events.on(PostWatched, ({ userId, postId }) => reading.lookedAtPost(userId, postId));
    events.on(MessagesChanged, async ({ roomId, messages }) => {
      const deleted = messages.filter(({ deletedAt }) => deletedAt !== null);
      if (deleted.length > 0) {
        await reading.forgetMessages(
          roomId,
          deleted.map(({ seq }) => seq),
        );
      }
    });
  }
}
