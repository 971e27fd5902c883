import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import type { Hit, HitPage, SearchQuery, SearchText } from '@parley/contracts';
import { nameTerms } from '../names/name-terms.js';
import { mostSimilar } from '../names/similar-names.js';
import { Matcher } from '../query/matcher.js';
import { patternOf } from '../query/term-pattern.js';
import { scopeOf } from '../search-cursor.js';
import { RoomSearchRepository } from './room-search.repository.js';

/** Rooms that somebody is in, and public ones. */
@Injectable()
export class RoomSearch {
  constructor(
    private readonly rooms: RoomSearchRepository,
    private readonly access: RoomAccess,
    private readonly cursors: Cursors,
  ) {}

  async page(query: SearchQuery, text: SearchText, { userId }: Actor): Promise<HitPage> {
    const terms = nameTerms(text);
    const matcher = new Matcher(text.required.map((group) => group.map(patternOf)));
    const { rows, nextCursor } = await readPage(this.cursors, scopeOf(query), query, {
      read: (limit, after) => {
        const [tier, name, id] = after ?? [];
        const place = after ? { tier: Number(tier), name: String(name), id: String(id) } : null;
        return this.rooms.find(userId, terms, place, limit);
      },
      keyOf: ({ tier, name, id }) => [tier, name, id],
    });
    if (rows.length === 0 && query.cursor === undefined) {
      const others = mostSimilar(await this.rooms.similar(userId, terms.whole, query.limit), terms);
      return {
        items: await this.toHits(userId, others, matcher),
        nextCursor: null,
        similar: others.length > 0,
      };
    }
    return { items: await this.toHits(userId, rows, matcher), nextCursor, similar: false };
  }

  private async toHits(userId: string, rows: readonly { id: string }[], matcher: Matcher): Promise<Hit[]> {
    const rooms = await this.access.seenBy(
      userId,
      rows.map(({ id }) => id),
    );
    const byId = new Map(rooms.map((room) => [room.id, room]));
    return rows.flatMap(({ id }) => {
      const room = byId.get(id);
      return room ? [{ kind: 'room', room, ranges: matcher.rangesIn(room.name) }] : [];
    });
  }
}
