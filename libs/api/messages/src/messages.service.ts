import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { FileReleases } from '@parley/api-files';
import { callsIn, type Message } from '@parley/contracts';
import { MessageFileRepository } from './files/message-file.repository.js';
import { MessageMapper } from './message.mapper.js';
import { assertMayDelete, assertMayEdit, assertNotApart, assertSaysSomething } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import type { MessageRow } from './message.row.js';
import { MessageVersions } from './message-versions.js';

/** What happens to messages that are there. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly files: MessageFileRepository,
    private readonly releases: FileReleases,
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
        await this.messages.bury(row);
        await this.releaseFiles(row);
        await this.versions.announceWords(row);
      }
    });
  }

  private async releaseFiles(row: MessageRow): Promise<void> {
    if (row.files) {
      await this.releases.release(await this.files.detach(row));
    }
  }
}
