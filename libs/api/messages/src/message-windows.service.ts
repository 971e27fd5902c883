import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import { UserDirectory } from '@parley/api-users';
import type { MessageWindow, MessageWindowQuery } from '@parley/contracts';
import { MessageMapper } from './message.mapper.js';
import { MessageRepository } from './message.repository.js';
import { assertOnePlace, windowRange } from './window-range.js';

/** The history of a room, a page at a time. */
@Injectable()
export class MessageWindowsService {
  constructor(
    private readonly messages: MessageRepository,
    private readonly rooms: RoomAccess,
    private readonly users: UserDirectory,
    private readonly mapper: MessageMapper,
  ) {}

  async window(roomId: string, actor: Actor, query: MessageWindowQuery): Promise<MessageWindow> {
    const { lastSeq } = await this.rooms.requireReader(roomId, actor.userId);
    assertOnePlace(query);
    const found = query.at ? await this.firstSince(roomId, query.at, lastSeq) : undefined;
    const { from, to } = windowRange(found === undefined ? query : { ...query, around: found }, lastSeq);
    const rows = from > to ? [] : await this.messages.range(roomId, from, to);
    const items = rows.map(this.mapper.toMessage);
    const users = await this.users.authors(items.map(({ authorId }) => authorId));
    const place = { hasBefore: from > 1, hasAfter: to < lastSeq };
    return { items, users, ...place, ...(found !== undefined && { foundSeq: found }) };
  }

  private async firstSince(roomId: string, at: string, lastSeq: number): Promise<number> {
    return Math.min(await this.messages.firstSince(roomId, new Date(at), lastSeq), lastSeq);
  }
}
