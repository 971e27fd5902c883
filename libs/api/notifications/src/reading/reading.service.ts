import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type Actor, DomainError, Pace, Transactions } from '@parley/api-core';
import { NotificationsRead } from '../notification.events.js';
import { NotificationRepository } from '../notification.repository.js';

/** Milliseconds between two statements, each of which takes along what has come up meanwhile. */
const WRITE_EVERY = 300;

/** What people have seen is no news any more, wherever they have seen it. */
@Injectable()
export class ReadingService implements OnApplicationShutdown {
  private readonly logger = new Logger(ReadingService.name);
  private pending = new Map<string, { userId: string; roomId: string; seq: number }>();
  private readonly pace = new Pace(WRITE_EVERY, () => void this.writeRooms());

  constructor(
    private readonly notifications: NotificationRepository,
    private readonly transactions: Transactions,
  ) {}

  onApplicationShutdown(): void {
    this.pace.stop();
  }

  /** @throws DomainError `notification.not-found` unless all of these are the person's own */
  read(ids: readonly string[] | undefined, { userId }: Actor): Promise<void> {
    return this.transactions.run(async () => {
      if (ids && (await this.notifications.countOwn(userId, ids)) < ids.length) {
        throw new DomainError('notification.not-found');
      }
      if (await this.notifications.markRead(userId, ids)) {
        this.transactions.publish(new NotificationsRead([userId]));
      }
    });
  }

  /** Somebody has read a room up to there. Called for each move of a marker, so it only takes a note. */
  readRoom(userId: string, roomId: string, seq: number): void {
    this.pending.set(`${roomId} ${userId}`, { userId, roomId, seq });
    this.pace.want();
  }

  /** Whoever writes has read what was said before. Belongs into a transaction. */
  async wrote(roomId: string, written: readonly { authorId: string; seq: number }[]): Promise<void> {
    const places = new Map(
      written.map(({ authorId, seq }) => [authorId, { userId: authorId, roomId, seq: seq - 1 }]),
    );
    if (places.size > 0) {
      this.tell(await this.notifications.markReadUpTo([...places.values()]));
    }
  }

  /** By what is stored: for what was not told when a server was killed. */
  catchUp(userId: string): Promise<void> {
    return this.transactions.run(async () => this.tell(await this.notifications.markSeen(userId)));
  }

  lookedAtPost(userId: string, postId: string): Promise<void> {
    return this.transactions.run(async () =>
      this.tell(await this.notifications.markPostRead(userId, postId)),
    );
  }

  /** Of messages that were deleted nobody is told any more. */
  forgetMessages(roomId: string, seqs: readonly number[]): Promise<void> {
    return this.transactions.run(async () =>
      this.tell(await this.notifications.removeOfMessages(roomId, seqs)),
    );
  }

  private async writeRooms(): Promise<void> {
    const pending = this.pending;
    const places = [...pending.values()];
    this.pending = new Map();
    try {
      await this.transactions.run(async () => this.tell(await this.notifications.markReadUpTo(places)));
    } catch (error) {
      // The database may be away: they go with the next ones. Whoever looks before catches up by what is stored.
      this.pending = new Map([...pending, ...this.pending]);
      this.logger.warn({ error }, 'What was read in rooms was not noted');
    }
  }

  private tell(userIds: readonly string[]): void {
    if (userIds.length > 0) {
      this.transactions.publish(new NotificationsRead(userIds));
    }
  }
}
