import { Injectable } from '@nestjs/common';
import { MessageReader } from '@parley/api-messages';
import { UserDirectory } from '@parley/api-users';
import type { Hit, Message } from '@parley/contracts';
import type { Matcher } from '../query/matcher.js';

/** Messages as the results show them: with who wrote them, and with what was found. */
@Injectable()
export class MessageHits {
  constructor(
    private readonly messages: MessageReader,
    private readonly users: UserDirectory,
  ) {}

  /** In the order of the ids, without those that were deleted or rewritten since they were found. */
  async of(ids: readonly string[], matcher: Matcher): Promise<Hit[]> {
    const messages = await this.messages.byIds(ids);
    const users = await this.users.byIds([...messages.values()].map(({ authorId }) => authorId));
    return ids.flatMap((id): Hit[] => {
      const message = messages.get(id);
      if (!message || message.deletedAt !== null || !matcher.matches(searchedText(message))) {
        return [];
      }
      const user = users.get(message.authorId);
      return [{ kind: 'message', message, user, ranges: matcher.rangesIn(message.body) }];
    });
  }
}

/** As `SEARCHED_TEXT` has it. What is found in the name of a file has no place in the words. */
function searchedText({ body, files }: Message): string {
  return [body, ...files.map(({ name }) => name)].join('\n');
}
