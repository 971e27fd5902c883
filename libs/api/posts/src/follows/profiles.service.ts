import { Injectable } from '@nestjs/common';
import { type Actor } from '@parley/api-core';
import { Blocks, UserDirectory } from '@parley/api-users';
import type { Profile } from '@parley/contracts';
import { FeedRepository } from '../feeds/feed.repository.js';
import { FollowRepository } from './follow.repository.js';

/** People, with what they have to do with others. */
@Injectable()
export class ProfilesService {
  constructor(
    private readonly users: UserDirectory,
    private readonly blocks: Blocks,
    private readonly follows: FollowRepository,
    private readonly feeds: FeedRepository,
  ) {}

  /** @throws DomainError `user.not-found` */
  async profile(idOrUsername: string, { userId }: Actor): Promise<Profile> {
    const user = await this.users.require(idOrUsername);
    const figures = await this.follows.figures(user.id, userId);
    const seesAll = figures.followedByMe || user.id === userId;
    const blockedByMe = await this.blocks.isBlocking(userId, user.id);
    const isApart = blockedByMe || (await this.blocks.isBlocking(user.id, userId));
    const postCount = isApart ? 0 : await this.feeds.countOf(user.id, seesAll);
    return { ...user, ...figures, postCount, blockedByMe };
  }
}
