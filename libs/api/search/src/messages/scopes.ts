import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import { RoomAccess } from '@parley/api-rooms';
import type { SearchFilters, SearchQuery } from '@parley/contracts';
import { fold } from '../text/fold.js';
import { ScopeRepository } from './scope.repository.js';
import type { SearchScope } from './search-scope.js';

/** What somebody may look through, and of it what they want to. */
@Injectable()
export class Scopes {
  constructor(
    private readonly repository: ScopeRepository,
    private readonly rooms: RoomAccess,
  ) {}

  /** @throws DomainError `room.not-found`, `room.not-a-member` */
  async of(query: SearchQuery, filters: SearchFilters, { userId }: Actor): Promise<SearchScope> {
    const names = [...filters.from, ...(query.from === undefined ? [] : [query.from])];
    const has = [...filters.has, query.has];
    return {
      roomIds: await this.roomIds(query, filters, userId),
      authorIds: names.length === 0 ? null : await this.authorIds(names, userId),
      needsLink: has.includes('link'),
      needsFile: has.includes('file'),
      before: earliest(query.before, filters.before),
      after: latest(query.after, filters.after),
    };
  }

  private async roomIds({ roomId }: SearchQuery, filters: SearchFilters, userId: string): Promise<string[]> {
    if (roomId !== undefined) {
      await this.rooms.requireReader(roomId, userId);
    }
    const mine = await this.repository.roomsOf(userId);
    const wanted = filters.in.map((name) => fold(name));
    const isWanted = ({ id, name }: { id: string; name: string }) =>
      (roomId === undefined || id === roomId) &&
      (wanted.length === 0 || wanted.some((part) => name !== '' && fold(name).includes(part)));
    const exact = mine.filter((room) => isWanted(room) && wanted.includes(fold(room.name)));
    // Who names a room exactly does not mean others whose names contain it.
    return (exact.length > 0 ? exact : mine.filter(isWanted)).map(({ id }) => id);
  }

  private async authorIds(names: readonly string[], userId: string): Promise<string[]> {
    const ids: string[] = [];
    for (const name of names) {
      if (name.toLowerCase() === 'me') {
        ids.push(userId);
      } else {
        const people = await this.repository.people(name);
        const isExact = (text: string) => text.toLowerCase() === name.toLowerCase();
        const exact = people.filter(({ id, username }) => isExact(id) || isExact(username));
        ids.push(...(exact.length > 0 ? exact : people).map(({ id }) => id));
      }
    }
    return [...new Set(ids)];
  }
}

function earliest(...moments: (string | undefined)[]): Date | null {
  return pick(moments, (a, b) => a - b);
}

function latest(...moments: (string | undefined)[]): Date | null {
  return pick(moments, (a, b) => b - a);
}

function pick(moments: (string | undefined)[], order: (a: number, b: number) => number): Date | null {
  const [first] = moments
    .flatMap((moment) => (moment === undefined ? [] : Date.parse(moment)))
    .toSorted(order);
  return first === undefined ? null : new Date(first);
}
