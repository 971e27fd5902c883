import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Jobs } from '@parley/api-core';
import { limits, type Message } from '@parley/contracts';
import { messageReacted } from '../message-jobs.js';
import { MessageMapper } from '../message.mapper.js';
import { assertMayReact, assertNotApart } from '../message.policy.js';
import { MessageVersions } from '../message-versions.js';
import { ReactionRepository } from './reaction.repository.js';

/** What people say about a message by an emoji. Twice is once, and what is not there is taken away. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly reactions: ReactionRepository,
    private readonly versions: MessageVersions,
    private readonly jobs: Jobs,
    private readonly mapper: MessageMapper,
  ) {}

  /** @throws DomainError `message.too-many-reactions` when there are too many different ones */
  add(id: string, emoji: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayReact(row);
      assertNotApart(writer);
      const { kinds, isThere, isMine } = await this.reactions.stateOf(row, emoji, actor.userId);
      if (isMine) {
        return this.mapper.toMessage(row);
      }
      if (!isThere && kinds >= limits.message.reactionKinds) {
        throw new DomainError('message.too-many-reactions');
      }
      await this.reactions.add(row, emoji, actor.userId);
      if (row.authorId !== actor.userId) {
        await this.jobs.add(messageReacted, { messageId: id, emoji, by: actor.userId });
      }
      return this.versions.announce(row);
    });
  }

  remove(id: string, emoji: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row }) => {
      assertMayReact(row);
      const { isMine } = await this.reactions.stateOf(row, emoji, actor.userId);
      if (!isMine) {
        return this.mapper.toMessage(row);
      }
      await this.reactions.remove(row, emoji, actor.userId);
      return this.versions.announce(row);
    });
  }
}
