import { Injectable } from '@nestjs/common';
import { type Actor, type CursorKey, Cursors } from '@parley/api-core';
import type { HitPage, SearchQuery, SearchText } from '@parley/contracts';
import { type Query, Queries } from '../query/queries.js';
import { scopeOf } from '../search-cursor.js';
import { type FoundPage, MessageFinder } from './message-finder.js';
import { MessageHits } from './message-hits.js';
import { Scopes } from './scopes.js';
import type { Place } from './search-scope.js';

/** From where a search goes on, and whether it is one for similar words. */
interface Continuation {
  place: Place;
  isSimilar: boolean;
}

const SIMILAR = 'similar';

/** Messages of the rooms that somebody is in, newest first. */
@Injectable()
export class MessageSearch {
  constructor(
    private readonly scopes: Scopes,
    private readonly queries: Queries,
    private readonly finder: MessageFinder,
    private readonly hits: MessageHits,
    private readonly cursors: Cursors,
  ) {}

  async page(query: SearchQuery, text: SearchText, actor: Actor): Promise<HitPage> {
    const from = this.continuationOf(query);
    const scope = await this.scopes.of(query, text.filters, actor);
    const find = async (isSimilar: boolean): Promise<HitPage> => {
      const wanted = isSimilar ? await this.queries.similar(text) : await this.queries.exact(text);
      const found =
        wanted && (await this.finder.find({ scope, ...wanted }, from?.place ?? null, query.limit));
      return wanted && found
        ? this.toPage(query, found, { wanted, isSimilar })
        : { items: [], nextCursor: null, similar: false };
    };
    const page = await find(from?.isSimilar ?? false);
    const isNothing = from === null && page.items.length === 0 && page.nextCursor === null;
    return isNothing ? find(true) : page;
  }

  private async toPage(
    query: SearchQuery,
    { messages, next }: FoundPage,
    { wanted, isSimilar }: { wanted: Query; isSimilar: boolean },
  ): Promise<HitPage> {
    const ids = messages.map(({ id }) => id);
    const items = await this.hits.of(ids, wanted.matcher);
    const key: CursorKey | null = next && [next.at.getTime(), next.id, ...(isSimilar ? [SIMILAR] : [])];
    return {
      items,
      nextCursor: key && this.cursors.encode(scopeOf(query), key),
      similar: isSimilar && items.length > 0,
    };
  }

  /** @throws DomainError `request.invalid-cursor` */
  private continuationOf(query: SearchQuery): Continuation | null {
    if (query.cursor === undefined) {
      return null;
    }
    const [at, id, kind] = this.cursors.decode(scopeOf(query), query.cursor);
    return { place: { at: new Date(Number(at)), id: String(id) }, isSimilar: kind === SIMILAR };
  }
}
