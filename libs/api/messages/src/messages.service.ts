import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, fingerprint, isUniqueViolation, Transactions } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import type { Message, MessageWindow, MessageWindowQuery, SendMessageCommand } from '@parley/contracts';
import { MESSAGE_ID_INDEX } from './message.entity.js';
import { MessageWritten } from './message.events.js';
import { toMessage } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';

export interface Sent {
  message: Message;
  /** Whether this was the first time, and not a repetition. */
  isNew: boolean;
}

@Injectable()
export class MessagesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly rooms: RoomAccess,
    private readonly transactions: Transactions,
  ) {}

  async window(roomId: string, actor: Actor, query: MessageWindowQuery): Promise<MessageWindow> {
    const { lastSeq } = await this.rooms.requireReader(roomId, actor.userId);
    const items = (await this.messages.window(roomId, query)).map(toMessage);
    // Numbers have no gaps, so those at the ends tell whether something lies beyond them.
    const place = Math.min(query.after ?? 0, lastSeq);
    const first = items.at(0)?.seq ?? place + 1;
    const last = items.at(-1)?.seq ?? place;
    return { items, users: [], hasBefore: first > 1, hasAfter: last < lastSeq };
  }

  /** Writes a message once, however often it is sent. */
  async send(command: SendMessageCommand, actor: Actor): Promise<Sent> {
    const earlier = await this.findEarlier(command, actor);
    if (earlier) {
      return earlier;
    }
    try {
      return { message: await this.write(command, actor), isNew: true };
    } catch (error) {
      // The same message arrived twice at the same time, and the other one was faster.
      const twin = isUniqueViolation(error, MESSAGE_ID_INDEX) ? await this.findEarlier(command, actor) : null;
      if (twin) {
        return twin;
      }
      throw error;
    }
  }

  private write(command: SendMessageCommand, actor: Actor): Promise<Message> {
    const { id, roomId, body } = command;
    return this.transactions.run(async () => {
      const { seq, change } = await this.rooms.admitMessage(roomId, actor.userId);
      const row = await this.messages.insert({
        ...{ id, roomId, authorId: actor.userId, seq, change, body },
        fingerprint: fingerprintOf(command, actor),
      });
      const message = toMessage(row);
      this.transactions.publish(new MessageWritten(message));
      return message;
    });
  }

  /** @throws DomainError if the id was used for something else. */
  private async findEarlier(command: SendMessageCommand, actor: Actor): Promise<Sent | null> {
    const row = await this.messages.find(command.id);
    if (row && row.fingerprint !== fingerprintOf(command, actor)) {
      throw new DomainError('request.idempotency-mismatch');
    }
    return row && { message: toMessage(row), isNew: false };
  }
}

function fingerprintOf({ roomId, body }: SendMessageCommand, { userId }: Actor): string {
  return fingerprint(userId, roomId, body);
}
