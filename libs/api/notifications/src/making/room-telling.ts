import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { RoomKind } from '@parley/contracts';
import type { NewNotification } from '../notification.repository.js';
import { ReadingService } from '../reading/reading.service.js';
import { kindFor, type WrittenMessage } from './audience.policy.js';
import { NotificationMaking } from './notification-making.js';
import { RoomProgressRepository } from './room-progress.repository.js';

/** Changes of a room that are looked at in one transaction. */
const MOST_CHANGES = 5_000;

/**
 * Tells the members of a room what was said in it, in one transaction with how far that got. Whoever is killed in
 * between has done nothing, and what is done twice is told once: every notification has a key.
 */
@Injectable()
export class RoomTelling {
  constructor(
    private readonly progress: RoomProgressRepository,
    private readonly making: NotificationMaking,
    private readonly reading: ReadingService,
    private readonly transactions: Transactions,
  ) {}

  /** @returns whether there is more, for which it is to be called again */
  advance(roomId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const place = await this.progress.lock(roomId);
      if (!place || place.lastChange <= place.since) {
        return false;
      }
      const { since, lastChange, kind } = place;
      const upTo = Math.min(lastChange, since + MOST_CHANGES);
      const all = kind !== 'channel' || (await this.progress.hasKeywords(roomId));
      const written = await this.progress.written(roomId, { since, upTo, all });
      await this.making.make(await this.notificationsOf(roomId, written, kind));
      await this.reading.wrote(roomId, written);
      await this.progress.save(roomId, upTo);
      return upTo < lastChange;
    });
  }

  private async notificationsOf(
    roomId: string,
    written: readonly WrittenMessage[],
    room: RoomKind,
  ): Promise<NewNotification[]> {
    if (written.length === 0) {
      return [];
    }
    const isForAll = room !== 'channel' || written.some(({ mentionsRoom }) => mentionsRoom);
    const readers = await this.progress.readers(roomId, isForAll ? null : calledBy(written));
    const now = new Date();
    return written.flatMap((message) =>
      readers.flatMap((reader) => {
        const kind = kindFor(message, reader, room, now);
        return kind ? [toNew(message, roomId, { kind, userId: reader.userId })] : [];
      }),
    );
  }
}

function calledBy(written: readonly WrittenMessage[]): string[] {
  const called = written.flatMap(({ mentions, quotedAuthorId }) =>
    [...mentions, quotedAuthorId ?? []].flat(),
  );
  return [...new Set(called)];
}

function toNew(
  { id, seq, authorId }: WrittenMessage,
  roomId: string,
  { kind, userId }: Pick<NewNotification, 'kind' | 'userId'>,
): NewNotification {
  return {
    userId,
    kind,
    roomId,
    seq,
    actorId: authorId,
    messageId: id,
    dedupeKey: `message ${id} ${userId}`,
  };
}
