import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { type HitPage, limits, parseSearch, type SearchQuery, type SearchText } from '@parley/contracts';
import { MessageSearch } from './messages/message-search.js';
import { PeopleSearch } from './people/people-search.js';
import { RoomSearch } from './rooms/room-search.js';
import { SearchLimits } from './search-limits.js';
import { SearchTransactions } from './search-transactions.js';

const NOTHING: HitPage = { items: [], nextCursor: null, similar: false };

@Injectable()
export class SearchService {
  constructor(
    private readonly limits: SearchLimits,
    private readonly messages: MessageSearch,
    private readonly people: PeopleSearch,
    private readonly rooms: RoomSearch,
    private readonly transactions: SearchTransactions,
  ) {}

  /**
   * @throws DomainError `request.invalid` when there is nothing to look for, `request.rate-limited`,
   *   `server.unavailable` when it takes too long, `room.not-found`, `room.not-a-member`
   */
  async search(query: SearchQuery, actor: Actor): Promise<HitPage> {
    const text = parseSearch(query.q);
    assertAnything(query, text);
    return this.limits.run(actor, () => this.transactions.run(() => this.searchIn(query, text, actor)));
  }

  private searchIn(query: SearchQuery, text: SearchText, actor: Actor): Promise<HitPage> {
    switch (query.in) {
      case 'messages':
        return this.messages.page(query, text, actor);
      case 'people':
        return this.people.page(query, text, actor);
      case 'rooms':
        return this.rooms.page(query, text, actor);
      case 'posts':
        // There are none on this server.
        return Promise.resolve(NOTHING);
    }
  }
}

/** @throws DomainError `request.invalid` */
function assertAnything(query: SearchQuery, { required, excluded, filters }: SearchText): void {
  const isNarrowed = [query.roomId, query.from, query.has, query.before, query.after].some(Boolean);
  const { from, in: rooms, has, before, after } = filters;
  const hasFilters = from.length + rooms.length + has.length > 0 || Boolean(before ?? after);
  const isAnything = required.length > 0 || (query.in === 'messages' && (isNarrowed || hasFilters));
  if (!isAnything) {
    throw invalid('must contain something to look for');
  }
  if (required.flat().length + excluded.length > limits.search.terms) {
    throw invalid(`must not contain more than ${limits.search.terms} words`);
  }
}

function invalid(detail: string): DomainError {
  return new DomainError('request.invalid', { errors: [{ pointer: '/q', detail }] });
}
