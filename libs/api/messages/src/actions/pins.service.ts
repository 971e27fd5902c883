import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { RoomAccess, RoomNotes } from '@parley/api-rooms';
import { limits, type Message, type PinnedMessages } from '@parley/contracts';
import { MessageMapper } from '../message.mapper.js';
import { assertMayPin, assertNotApart } from '../message.policy.js';
import { MessageVersions } from '../message-versions.js';
import { PinRepository } from './pin.repository.js';

/** What a room holds on to. */
@Injectable()
export class PinsService {
  constructor(
    private readonly pins: PinRepository,
    private readonly rooms: RoomAccess,
    private readonly notes: RoomNotes,
    private readonly versions: MessageVersions,
    private readonly mapper: MessageMapper,
  ) {}

  async list(roomId: string, { userId }: Actor): Promise<PinnedMessages> {
    await this.rooms.requireReader(roomId, userId);
    return { items: (await this.pins.of(roomId)).map(this.mapper.toMessage) };
  }

  /** What is pinned already stays so. @throws DomainError `message.forbidden`, `room.too-many-pins` */
  pin(id: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayPin(row, writer.mayPin);
      assertNotApart(writer);
      if (row.pinnedAt) {
        return this.mapper.toMessage(row);
      }
      if ((await this.pins.count(row.roomId)) >= limits.room.pins) {
        throw new DomainError('room.too-many-pins');
      }
      await this.pins.set(row, true);
      const message = await this.versions.announce(row);
      await this.notes.write(row.roomId, actor.userId, [{ kind: 'pinned', seq: row.seq }]);
      return message;
    });
  }

  unpin(id: string, actor: Actor): Promise<Message> {
    return this.versions.change(id, actor, async ({ row, writer }) => {
      assertMayPin(row, writer.mayPin);
      if (!row.pinnedAt) {
        return this.mapper.toMessage(row);
      }
      await this.pins.set(row, false);
      return this.versions.announce(row);
    });
  }
}
