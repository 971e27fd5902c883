import { Injectable } from '@nestjs/common';
import { PostRepository } from './post.repository.js';
import { PostVersions } from './post-versions.js';

const AT_ONCE = 100;

/** Takes back what somebody posted whose account is gone. */
@Injectable()
export class PostWithdrawal {
  constructor(
    private readonly posts: PostRepository,
    private readonly versions: PostVersions,
  ) {}

  /** With the comments of everybody under it. Doing it twice changes nothing. */
  async withdraw(userId: string): Promise<void> {
    let ids = await this.posts.someOf(userId, AT_ONCE);
    while (ids.length > 0) {
      for (const id of ids) {
        await this.versions.remove(id, { userId, sessionId: '' }, () => undefined);
      }
      ids = await this.posts.someOf(userId, AT_ONCE);
    }
  }
}
