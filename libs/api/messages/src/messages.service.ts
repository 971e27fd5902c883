import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { callsIn, type Message } from '@parley/contracts';
import { MessageMapper } from './message.mapper.js';
import { assertMayDelete, assertMayEdit, assertNotApart, assertSaysSomething } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import { MessageRemains } from './message-remains.js';
import { MessageVersions } from './message-versions.js';

/** What happens to messages that are there. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly remains: MessageRemains,
    private readonly versions: MessageVersions,
    private readonly mapper: MessageMapper,
  ) {}

  /** @throws DomainError `message.not-found`, `message.forbidden`, `message.deleted`, `room.archived`, `room.forbidden` */
  edit(id: string, body: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayEdit(row, actor.userId, writer.maySpeak);
      assertNotApart(writer);
      if (row.body === body) {
        return this.mapper.toMessage(row);
      }
      assertSaysSomething(body, row);
      const { names, everybody } = callsIn(body);
      const mentions = names.length === 0 ? [] : await this.messages.membersNamed(row, names);
      await this.messages.edit(row, { body, mentions, mentionsRoom: everybody && writer.mayCallEverybody });
      return this.versions.announceWords(row);
    });
  }

  /** What is deleted already stays so. @throws DomainError `message.not-found`, `message.forbidden` */
  delete(id: string, actor: Actor): Promise<void> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayDelete(row, actor.userId, writer.isModerator);
      if (!row.deletedAt) {
        await this.remains.bury(row);
        await this.versions.announceWords(row);
      }
    });
  }
}
