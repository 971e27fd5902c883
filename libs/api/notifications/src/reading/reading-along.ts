import { Injectable, Logger } from '@nestjs/common';
import { DomainEvents } from '@parley/api-core';
import { MessagesChanged } from '@parley/api-messages';
import { PostWatched } from '@parley/api-posts';
import { MarkerMoved } from '@parley/api-rooms';
import { ReadingService } from './reading.service.js';

/** Whoever reads in a room or looks at a post has seen what they were told of it. */
@Injectable()
export class ReadingAlong {
  private readonly logger = new Logger(ReadingAlong.name);

  constructor(
    events: DomainEvents,
    private readonly reading: ReadingService,
  ) {
    events.on(MarkerMoved, ({ userId, marker: { roomId, lastReadSeq, unreadFrom } }) =>
      reading.readRoom(
        userId,
        roomId,
        unreadFrom === null ? lastReadSeq : Math.min(lastReadSeq, unreadFrom - 1),
      ),
    );
    events.on(PostWatched, ({ userId, postId }) => reading.lookedAtPost(userId, postId));
    events.on(MessagesChanged, ({ roomId, messages }) => {
      const deleted = messages.filter(({ deletedAt }) => deletedAt !== null);
      if (deleted.length > 0) {
        // Others listen as well, and are not to wait for this.
        void this.forget(
          roomId,
          deleted.map(({ seq }) => seq),
        );
      }
    });
  }

  private async forget(roomId: string, seqs: readonly number[]): Promise<void> {
    try {
      await this.reading.forgetMessages(roomId, seqs);
    } catch (error) {
      // They are not shown any more in any case: what is deleted is left out when lists are read.
      this.logger.warn({ error }, 'Notifications of deleted messages were not removed');
    }
  }
}
