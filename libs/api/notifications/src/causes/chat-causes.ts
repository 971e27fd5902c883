import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '@parley/api-core';
import { MessageReader, messageReacted } from '@parley/api-messages';
import { peopleAdded } from '@parley/api-rooms';
import { NotificationMaking } from '../making/notification-making.js';
import { RoomProgressRepository } from '../making/room-progress.repository.js';

/** What happens in rooms besides messages. */
@Injectable()
export class ChatCauses implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly messages: MessageReader,
    private readonly rooms: RoomProgressRepository,
    private readonly making: NotificationMaking,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(peopleAdded, ({ id, payload: { roomId, userIds, by } }) => {
      return this.making.makeWanted(
        userIds.map((userId) => ({
          ...{ userId, roomId, kind: 'invite', actorId: by, dedupeKey: `invite ${id} ${userId}` },
        })),
      );
    });
    this.jobs.handle(messageReacted, ({ payload: { messageId, emoji, by } }) =>
      this.reacted(messageId, emoji, by),
    );
  }

  /** In a room that its author has turned off, they are told nothing; somebody who has left is no reader. */
  private async reacted(messageId: string, emoji: string, by: string): Promise<void> {
    const message = (await this.messages.byIds([messageId])).get(messageId);
    if (!message || message.deletedAt) {
      return;
    }
    const { roomId, seq, authorId } = message;
    const author = (await this.rooms.readers(roomId, [authorId])).find(({ userId }) => userId === authorId);
    const isMuted = author?.mutedUntil && author.mutedUntil > new Date();
    if (author?.notify === 'all' && !isMuted) {
      await this.making.makeWanted([
        {
          ...{ userId: authorId, kind: 'reaction', actorId: by, roomId, messageId, seq, text: emoji },
          dedupeKey: `reaction ${messageId} ${by} ${emoji}`,
        },
      ]);
    }
  }
}
