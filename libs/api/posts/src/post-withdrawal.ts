import { Injectable } from '@nestjs/common';
import { PostFiles } from './files/post-files.js';
import { PostRepository } from './post.repository.js';
import { PostVersions } from './post-versions.js';

const AT_ONCE = 100;

/** Takes back what somebody posted whose account is gone. */
@Injectable()
export class PostWithdrawal {
  constructor(
    private readonly posts: PostRepository,
    private readonly versions: PostVersions,
    private readonly files: PostFiles,
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

  /** Only the files; what has no words then goes altogether. Doing it twice changes nothing. */
  async withdrawFiles(userId: string): Promise<void> {
    const actor = { userId, sessionId: '' };
    let ids = await this.posts.someOf(userId, AT_ONCE, true);
    while (ids.length > 0) {
      for (const id of ids) {
        const { body } = await this.versions.change(id, actor, async () => {
          await this.files.release(id);
          return { files: null };
        });
        await (body === '' && this.versions.remove(id, actor, () => undefined));
      }
      ids = await this.posts.someOf(userId, AT_ONCE, true);
    }
  }
}
