import { Injectable } from '@nestjs/common';
import { UserDirectory } from '@parley/api-users';
import { callsIn, hashtagsIn } from '@parley/contracts';

/** What the words of a post or of a comment refer to. */
export interface TextParts {
  hashtags: string[];
  mentions: string[];
}

@Injectable()
export class PostText {
  constructor(private readonly users: UserDirectory) {}

  async partsOf(body: string): Promise<TextParts> {
    return { hashtags: hashtagsIn(body), mentions: await this.users.idsNamed(callsIn(body).names) };
  }
}
