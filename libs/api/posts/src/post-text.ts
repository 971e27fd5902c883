import { Injectable } from '@nestjs/common';
import { Blocks, UserDirectory } from '@parley/api-users';
import { callsIn, hashtagsIn } from '@parley/contracts';

/** What the words of a post or of a comment refer to. */
export interface TextParts {
  hashtags: string[];
  mentions: string[];
}

@Injectable()
export class PostText {
  constructor(
    private readonly users: UserDirectory,
    private readonly blocks: Blocks,
  ) {}

  /** Who is called by somebody whom they have blocked, or who has blocked them, is not. */
  async partsOf(body: string, authorId: string): Promise<TextParts> {
    const named = await this.users.idsNamed(callsIn(body).names);
    const apart = named.length > 0 ? await this.blocks.around(authorId) : [];
    return { hashtags: hashtagsIn(body), mentions: named.filter((id) => !apart.includes(id)) };
  }
}
