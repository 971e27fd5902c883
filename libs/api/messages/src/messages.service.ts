import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import { UserDirectory } from '@parley/api-users';
import {
  callsIn,
  type Message,
  type MessageWindow,
  type MessageWindowQuery,
  type SendMessageCommand,
} from '@parley/contracts';
import { toMessage } from './message.mapper.js';
import { assertMayDelete, assertMayEdit, assertNotApart, assertSaysSomething } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import { MessageVersions } from './message-versions.js';
import { assertOnePlace, windowRange } from './window-range.js';
import { MessageWriter } from './write/message-writer.js';
import type { Written } from './write/write-command.js';

@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly writer: MessageWriter,
    private readonly rooms: RoomAccess,
    private readonly users: UserDirectory,
    private readonly versions: MessageVersions,
  ) {}

  async window(roomId: string, actor: Actor, query: MessageWindowQuery): Promise<MessageWindow> {
    const { lastSeq } = await this.rooms.requireReader(roomId, actor.userId);
    assertOnePlace(query);
    const found = query.at ? await this.firstSince(roomId, query.at, lastSeq) : undefined;
    const { from, to } = windowRange(found === undefined ? query : { ...query, around: found }, lastSeq);
    const items = from > to ? [] : (await this.messages.range(roomId, from, to)).map(toMessage);
    const users = await this.users.authors(items.map(({ authorId }) => authorId));
    const place = { hasBefore: from > 1, hasAfter: to < lastSeq };
    return { items, users, ...place, ...(found !== undefined && { foundSeq: found }) };
  }

  /** Writes a message once, however often it is sent. */
  async send(command: SendMessageCommand, { userId }: Actor): Promise<Written> {
    if (command.fileIds?.length) {
      throw new DomainError('file.not-found');
    }
    return this.writer.write({ ...command, authorId: userId });
  }

  /** @throws DomainError `message.not-found`, `message.forbidden`, `message.deleted`, `room.archived`, `room.forbidden` */
  edit(id: string, body: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayEdit(row, actor.userId, writer.maySpeak);
      assertNotApart(writer);
      if (row.body === body) {
        return toMessage(row);
      }
      assertSaysSomething(body);
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
        await this.versions.announceWords(row);
      }
    });
  }

  private async firstSince(roomId: string, at: string, lastSeq: number): Promise<number> {
    return Math.min(await this.messages.firstSince(roomId, new Date(at), lastSeq), lastSeq);
  }
}
