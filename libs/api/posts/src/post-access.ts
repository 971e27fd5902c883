import { Injectable } from '@nestjs/common';
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
    const isForFollowers = row !== null && row.visibility === 'followers' && row.authorId !== userId;
    assertVisible(row, !isForFollowers || (await this.follows.isFollowing(userId, row.authorId)));
    return row;
  }
}
