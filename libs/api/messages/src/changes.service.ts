import { Injectable } from '@nestjs/common';
import { type Actor, Generation } from '@parley/api-core';
import { type ReadableRoom, RoomAccess } from '@parley/api-rooms';
import { limits, type RoomChanges, type RoomChangesQuery } from '@parley/contracts';
import { MessageMapper } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';

/** The changes feed, by which a client fills what it missed. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly rooms: RoomAccess,
    private readonly generation: Generation,
    private readonly mapper: MessageMapper,
  ) {}

  /** The latest version of everything that changed after `since`. */
  async since(roomId: string, query: RoomChangesQuery, actor: Actor): Promise<RoomChanges> {
    const room = await this.rooms.requireReader(roomId, actor.userId);
    if (await this.isTooFar(room, query)) {
      return { upTo: room.lastChange, more: false, reset: true, messages: [], members: [] };
    }
    const { since, limit } = query;
    const messages = (await this.messages.changedAfter(roomId, since, limit)).map(this.mapper.toMessage);
    const members = await this.rooms.memberChanges(roomId, since, limit);
    const numbers = [...messages, ...members].map(({ change }) => change).toSorted((a, b) => a - b);
    const isFull = numbers.length >= limit;
    // `lastChange` was read first: what was committed meanwhile may be in the answer, but is not promised.
    const upTo = Math.min(isFull ? (numbers[limit - 1] ?? since) : Infinity, room.lastChange);
    const isInPage = ({ change }: { change: number }) => !isFull || change <= upTo;
    return {
      ...{ upTo, more: upTo < room.lastChange, reset: false },
      messages: messages.filter(isInPage),
      members: members.filter(isInPage),
      ...(room.change > since && { room: await this.rooms.shared(roomId) }),
    };
  }

  private async isTooFar(
    { lastChange }: ReadableRoom,
    { since, generation }: RoomChangesQuery,
  ): Promise<boolean> {
    return (
      since > lastChange ||
      lastChange - since > limits.changes.maxBehind ||
      (generation !== undefined && generation !== (await this.generation.current()))
    );
  }
}
