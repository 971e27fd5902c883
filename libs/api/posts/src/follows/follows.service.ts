import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, DomainError, Jobs, readPage, Transactions } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import { limits, type PageQuery, type SuggestedPeople, type UserPage } from '@parley/contracts';
import { personFollowed } from '../post-jobs.js';
import { FollowEnded } from '../post.events.js';
import { FollowRepository, type FollowSide } from './follow.repository.js';

@Injectable()
export class FollowsService {
  constructor(
    private readonly follows: FollowRepository,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly cursors: Cursors,
    private readonly jobs: Jobs,
  ) {}

  /** @throws DomainError `user.not-found`, `user.blocked`, `user.too-many-follows`; nobody follows themselves */
  follow(id: string, { userId }: Actor): Promise<void> {
    return this.transactions.run(async () => {
      await this.users.requireAll([id]);
      if (id === userId) {
        throw new DomainError('request.invalid', { detail: 'Nobody follows themselves' });
      }
      await this.users.assertReachable(userId, [id]);
      if (await this.follows.isFollowing(userId, id)) {
        return;
      }
      if ((await this.follows.countFollowing(userId)) >= limits.follow.people) {
        throw new DomainError('user.too-many-follows');
      }
      await this.follows.add(userId, id);
      await this.jobs.add(personFollowed, { followerId: userId, followeeId: id });
    });
  }

  /** Whom one does not follow one does not follow afterwards either. */
  unfollow(id: string, { userId }: Actor): Promise<void> {
    return this.transactions.run(async () => {
      if (await this.follows.remove(userId, id)) {
        this.transactions.publish(new FollowEnded(userId, id));
      }
    });
  }

  /** Neither of these two follows the other one from now on. Belongs into the transaction that parts them. */
  async endBetween(userId: string, otherId: string): Promise<void> {
    for (const [follower, followee] of [
      [userId, otherId],
      [otherId, userId],
    ] as const) {
      if (await this.follows.remove(follower, followee)) {
        this.transactions.publish(new FollowEnded(follower, followee));
      }
    }
  }

  /** @throws DomainError `user.not-found`, `request.invalid-cursor` */
  async page(side: FollowSide, userId: string, query: PageQuery): Promise<UserPage> {
    await this.users.requireAll([userId]);
    const { rows, nextCursor } = await readPage(this.cursors, `${side}?of=${userId}`, query, {
      read: (limit, after) => {
        const place = after ? { createdAt: String(after[0]), userId: String(after[1]) } : null;
        return this.follows.page(side, userId, place, limit);
      },
      keyOf: (row) => [row.createdAt.toISOString(), row.userId],
    });
    const people = await this.users.byIds(rows.map((row) => row.userId));
    return { items: rows.flatMap((row) => people.get(row.userId) ?? []), nextCursor };
  }

  async suggestions({ userId }: Actor): Promise<SuggestedPeople> {
    const found = await this.follows.suggestions(userId, limits.post.suggestions);
    const people = await this.users.byIds(found.map((one) => one.userId));
    const items = found.flatMap(({ userId: id, sharedRooms }) => {
      const user = people.get(id);
      return user ? [{ user, sharedRooms }] : [];
    });
    return { items };
  }
}
