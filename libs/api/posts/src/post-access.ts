import { Injectable } from '@nestjs/common';
import { Blocks } from '@parley/api-users';
import { FollowRepository } from './follows/follow.repository.js';
import type { PostEntity } from './post.entity.js';
import { assertVisible } from './post.policy.js';
import { PostRepository } from './post.repository.js';

/** Finds posts for those who may see them. */
@Injectable()
export class PostAccess {
  constructor(
    private readonly posts: PostRepository,
    private readonly follows: FollowRepository,
    private readonly blocks: Blocks,
  ) {}

  /** @throws DomainError `post.not-found` unless this person may read the post */
  async requireReadable(id: string, userId: string): Promise<PostEntity> {
    return this.visible(await this.posts.find(id), userId);
  }

  /** As `requireReadable`, and holds the post until the transaction ends. */
  async lockReadable(id: string, userId: string): Promise<PostEntity> {
    return this.visible(await this.posts.lock(id), userId);
  }

  private async visible(row: PostEntity | null, userId: string): Promise<PostEntity> {
    const isOther = row !== null && row.authorId !== userId;
    const isFollower =
      !isOther || row.visibility === 'public' || (await this.follows.isFollowing(userId, row.authorId));
    assertVisible(row, {
      isFollower,
      isApart: isOther && (await this.blocks.areApart(userId, row.authorId)),
    });
    return row;
  }
}
