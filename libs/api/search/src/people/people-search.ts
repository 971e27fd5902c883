import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { Hit, HitPage, SearchQuery, SearchText } from '@parley/contracts';
import { nameTerms } from '../names/name-terms.js';
import { mostSimilar } from '../names/similar-names.js';
import { Matcher } from '../query/matcher.js';
import { patternOf } from '../query/term-pattern.js';
import { scopeOf } from '../search-cursor.js';
import { PeopleSearchRepository } from './people-search.repository.js';

/** Everybody with an account may be found by everybody whom they have not blocked. */
@Injectable()
export class PeopleSearch {
  constructor(
    private readonly people: PeopleSearchRepository,
    private readonly users: UserDirectory,
    private readonly cursors: Cursors,
  ) {}

  async page(query: SearchQuery, text: SearchText, { userId }: Actor): Promise<HitPage> {
    const terms = nameTerms(text);
    const matcher = new Matcher(text.required.map((group) => group.map(patternOf)));
    const { rows, nextCursor } = await readPage(this.cursors, scopeOf(query), query, {
      read: (limit, after) => {
        const place = after ? { tier: Number(after[0]), username: String(after[1]) } : null;
        return this.people.find(terms, userId, place, limit);
      },
      keyOf: ({ tier, username }) => [tier, username],
    });
    if (rows.length === 0 && query.cursor === undefined) {
      const others = mostSimilar(await this.people.similar(terms.whole, userId, query.limit), terms);
      return { items: await this.toHits(others, matcher), nextCursor: null, similar: others.length > 0 };
    }
    return { items: await this.toHits(rows, matcher), nextCursor, similar: false };
  }

  private async toHits(rows: readonly { id: string }[], matcher: Matcher): Promise<Hit[]> {
    const users = await this.users.byIds(rows.map(({ id }) => id));
    return rows.flatMap(({ id }) => {
      const user = users.get(id);
      return user ? [{ kind: 'user', user, ranges: matcher.rangesIn(user.displayName) }] : [];
    });
  }
}
