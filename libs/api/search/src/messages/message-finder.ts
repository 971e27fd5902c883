import { Injectable } from '@nestjs/common';
import type { IndexCondition } from '../query/index-condition.js';
import type { Matcher } from '../query/matcher.js';
import { authorToken, FILE_TOKEN, LINK_TOKEN, roomToken } from '../text/tokens.js';
import { hasLink } from '../text/links.js';
import { addTo } from '../query/index-condition.js';
import { FoundMessages, placeOf } from './found-messages.js';
import { PassageStream } from './passage-stream.js';
import { type PassageRef, PassageRepository } from './passage.repository.js';
import { beginningOf, type Candidate, type Place, type SearchScope } from './search-scope.js';

/** Passages that are read at once: each has up to 32 messages. */
const AT_ONCE = 32;
/** After so many messages, or milliseconds, a search says what it has, and from where it goes on. */
const MOST_READ = 25_000;
const PATIENCE = 200;
/** Changes that the index does not know yet. There are more only while it is made for the first time. */
const MOST_UNINDEXED = 5_000;

export interface Search {
  scope: SearchScope;
  condition: IndexCondition;
  matcher: Matcher;
}

export interface FoundPage {
  /** Newest first. */
  messages: Candidate[];
  /** From where it goes on; null at the end. */
  next: Place | null;
}

/**
 * Finds messages, newest first. The index leads to passages; what is in them is read and compared as it is now, so
 * what was deleted or rewritten is never found by what it was. What the index has not seen yet is read beside it.
 */
@Injectable()
export class MessageFinder {
  constructor(
    private readonly repository: PassageRepository,
    private readonly passages: PassageStream,
  ) {}

  async find(search: Search, place: Place | null, limit: number): Promise<FoundPage> {
    const { scope } = search;
    if (scope.roomIds.length === 0) {
      return { messages: [], next: null };
    }
    const found = new FoundMessages();
    const isWanted = ({ text }: Candidate) =>
      (!scope.needsLink || hasLink(text)) && search.matcher.matches(text);
    const unindexed = await this.repository.readUnindexed(scope, place, MOST_UNINDEXED);
    unindexed.filter(isWanted).forEach((candidate) => found.add(candidate));
    const reading = { isWanted, place, enough: limit + 1 };
    const until = await this.readPassages(search, found, reading);
    return toPage(found.newestFirst(until), limit, until);
  }

  /** @returns the moment down to which everything was found; null for all */
  private async readPassages(
    { scope, condition }: Search,
    found: FoundMessages,
    reading: { isWanted: (candidate: Candidate) => boolean; place: Place | null; enough: number },
  ): Promise<Date | null> {
    const { isWanted, place, enough } = reading;
    const deadline = performance.now() + PATIENCE;
    let batch: PassageRef[] = [];
    let readCount = 0;
    const readBatch = async () => {
      const candidates = await this.repository.read(batch, scope, place);
      candidates.filter(isWanted).forEach((candidate) => found.add(candidate));
      readCount += candidates.length;
      batch = [];
    };
    for await (const ref of this.passages.of(withScope(condition, scope), scope, place)) {
      if (batch.length === AT_ONCE) {
        await readBatch();
        // All that follow are older than this one ends.
        const isTired = readCount > MOST_READ || performance.now() > deadline;
        if ((isTired && isBehind(ref.lastAt, place)) || found.countAfter(ref.lastAt) >= enough) {
          return ref.lastAt;
        }
      }
      batch.push(ref);
    }
    if (batch.length > 0) {
      await readBatch();
    }
    return null;
  }
}

/** Whether stopping here is a step forward for who goes on from a place. */
function isBehind(moment: Date, place: Place | null): boolean {
  return place === null || moment < place.at;
}

function withScope(condition: IndexCondition, scope: SearchScope): IndexCondition {
  const narrowed = { all: [...condition.all], any: [...condition.any] };
  if (scope.needsLink) {
    narrowed.all.push(LINK_TOKEN);
  }
  if (scope.needsFile) {
    narrowed.all.push(FILE_TOKEN);
  }
  addTo(narrowed, scope.authorIds?.map(authorToken) ?? null);
  addTo(narrowed, PassageRepository.areFew(scope.roomIds) ? scope.roomIds.map(roomToken) : null);
  return narrowed;
}

function toPage(found: readonly Candidate[], limit: number, until: Date | null): FoundPage {
  const messages = found.slice(0, limit);
  const last = messages.at(-1);
  if (found.length > limit && last) {
    return { messages, next: placeOf(last) };
  }
  return { messages, next: until && beginningOf(until) };
}
