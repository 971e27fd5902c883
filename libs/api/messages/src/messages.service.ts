import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { RoomAccess, type RoomWriter } from '@parley/api-rooms';
import { UserDirectory } from '@parley/api-users';
import {
  callsIn,
  type Message,
  type MessageWindow,
  type MessageWindowQuery,
  type SendMessageCommand,
} from '@parley/contracts';
import { MessagesChanged } from './message.events.js';
import { toMessage } from './message.mapper.js';
import { assertMayDelete, assertMayEdit } from './message.policy.js';
import { MessageRepository } from './message.repository.js';
import type { MessageRow } from './message.row.js';
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
    private readonly transactions: Transactions,
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
  send(command: SendMessageCommand, { userId }: Actor): Promise<Written> {
    return this.writer.write({ ...command, authorId: userId });
  }

  /** @throws DomainError `message.not-found`, `message.forbidden`, `message.deleted`, `room.archived`, `room.forbidden` */
  edit(id: string, body: string, actor: Actor): Promise<Message> {
    return this.change(id, actor, async ({ row, writer }) => {
      assertMayEdit(row, actor.userId, writer.maySpeak);
      if (row.body === body) {
        return toMessage(row);
      }
      const { names, everybody } = callsIn(body);
      const mentions = names.length === 0 ? [] : await this.messages.membersNamed(row.roomId, names);
      await this.messages.edit(row, { body, mentions, mentionsRoom: everybody && writer.mayCallEverybody });
      return this.announce(row);
    });
  }

  /** What is deleted already stays so. @throws DomainError `message.not-found`, `message.forbidden` */
  delete(id: string, actor: Actor): Promise<void> {
    return this.change(id, actor, async ({ row, writer }) => {
      assertMayDelete(row, actor.userId, writer.isModerator);
      if (!row.deletedAt) {
        await this.messages.bury(row);
        await this.announce(row);
      }
    });
  }

  /** Runs what changes a message, which nobody else changes until it is done. */
  private async change<T>(
    id: string,
    { userId }: Actor,
    work: (locked: { row: MessageRow; writer: RoomWriter }) => Promise<T>,
  ): Promise<T> {
    const { roomId } = await this.require(id);
    return this.transactions.runInTurn(roomId, async () => {
      const writer = await this.lockRoom(roomId, userId);
      return work({ row: await this.require(id), writer });
    });
  }

  private async lockRoom(roomId: string, userId: string): Promise<RoomWriter> {
    return this.rooms.lockForWriter(roomId, userId).catch((error: unknown) => {
      // Of a room that is a secret, so are the messages.
      const isSecret = error instanceof DomainError && error.code === 'room.not-found';
      throw isSecret ? new DomainError('message.not-found') : error;
    });
  }

  private async firstSince(roomId: string, at: string, lastSeq: number): Promise<number> {
    return Math.min(await this.messages.firstSince(roomId, new Date(at), lastSeq), lastSeq);
  }

  private async require(id: string): Promise<MessageRow> {
    const row = await this.messages.find(id);
    if (!row) {
      throw new DomainError('message.not-found');
    }
    return row;
  }

  /** Numbers the new version, and those of the answers that quote it, and tells the room of all of them. */
  private async announce({ roomId, seq, id }: MessageRow): Promise<Message> {
    const seqs = [seq, ...(await this.messages.answersTo(roomId, seq))];
    const last = await this.rooms.takeChanges(roomId, seqs.length);
    await this.messages.renumber(roomId, seqs, last - seqs.length + 1);
    const rows = await this.messages.changedAfter(roomId, last - seqs.length, seqs.length);
    const messages = rows.map(toMessage);
    this.transactions.publish(new MessagesChanged(roomId, messages));
    const message = messages.find((one) => one.id === id);
    if (!message) {
      throw new Error('What was just numbered is among what changed');
    }
    return message;
  }
}
