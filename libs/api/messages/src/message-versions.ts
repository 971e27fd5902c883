import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { RoomAccess, type RoomWriter } from '@parley/api-rooms';
import type { Message } from '@parley/contracts';
import { MessagesChanged } from './message.events.js';
import { MessageMapper } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';
import type { MessageRow } from './message.row.js';

/** How a message gets a new version: under the lock of its room, with the next number, and everybody is told. */
@Injectable()
export class MessageVersions {
  constructor(
    private readonly messages: MessageRepository,
    private readonly rooms: RoomAccess,
    private readonly transactions: Transactions,
    private readonly mapper: MessageMapper,
  ) {}

  /**
   * Runs what changes a message, which nobody else changes until it is done.
   * @throws DomainError `message.not-found`, `room.not-a-member`, `room.archived`
   */
  async change<T>(
    id: string,
    { userId }: Actor,
    work: (locked: { row: MessageRow; writer: RoomWriter }) => Promise<T>,
  ): Promise<T> {
    const { roomId } = await this.require(id);
    return this.transactions.runInTurn(roomId, async () => {
      const writer = await this.rooms.lockForWriter(roomId, userId).catch(hideSecretRoom);
      return work({ row: await this.require(id), writer });
    });
  }

  /** A message of a room that this person may read. @throws DomainError `message.not-found`, `room.not-a-member` */
  async requireReadable(id: string, { userId }: Actor): Promise<MessageRow> {
    const row = await this.require(id);
    await this.rooms.requireReader(row.roomId, userId).catch(hideSecretRoom);
    return row;
  }

  /** Numbers the new version of one message, and tells the room of it. Belongs into `change`. */
  announce({ roomId, seq, id }: MessageRow): Promise<Message> {
    return this.announceAll(roomId, [seq], id);
  }

  /** As above, together with the answers that quote it: they show its new words. */
  async announceWords({ roomId, seq, id }: MessageRow): Promise<Message> {
    return this.announceAll(roomId, [seq, ...(await this.messages.answersTo(roomId, seq))], id);
  }

  private async announceAll(roomId: string, seqs: readonly number[], id: string): Promise<Message> {
    const messages = await this.publish(roomId, seqs);
    const message = messages.find((one) => one.id === id);
    if (!message) {
      throw new Error('What was just numbered is among what changed');
    }
    return message;
  }

  /** As above, of many messages of a room that is held, and the answers that quote them. */
  async republish(roomId: string, seqs: readonly number[]): Promise<void> {
    const changed = new Set(seqs);
    for (const seq of seqs) {
      (await this.messages.answersTo(roomId, seq)).forEach((answer) => changed.add(answer));
    }
    await this.publish(roomId, [...changed]);
  }

  private async publish(roomId: string, seqs: readonly number[]): Promise<Message[]> {
    const last = await this.rooms.takeChanges(roomId, seqs.length);
    await this.messages.renumber(roomId, seqs, last - seqs.length + 1);
    const rows = await this.messages.changedAfter(roomId, last - seqs.length, seqs.length);
    const messages = rows.map(this.mapper.toMessage);
    this.transactions.publish(new MessagesChanged(roomId, messages));
    return messages;
  }

  private async require(id: string): Promise<MessageRow> {
    const row = await this.messages.find(id);
    if (!row) {
      throw new DomainError('message.not-found');
    }
    return row;
  }
}

/** Of a room that is a secret, so are the messages. */
function hideSecretRoom(error: unknown): never {
  const isSecret = error instanceof DomainError && error.code === 'room.not-found';
  throw isSecret ? new DomainError('message.not-found') : error;
}
