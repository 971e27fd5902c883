import { Injectable } from '@nestjs/common';
import type { IndexCondition } from '../query/index-condition.js';
import { PassageRepository, type PassageRef } from './passage.repository.js';
import type { Place, SearchScope } from './search-scope.js';
import { TokenFrequencies } from './token-frequencies.js';

/** Passages that are asked for at once. */
const PAGE = 500;
/** How many of the newest passages are looked at one by one; then so many times more, again and again. */
const WINDOW = 500;
const GROWTH = 4;

/**
 * Passages in which there may be something, newest first.
 *
 * What is common is met soon by who goes through the passages in their order, and sorting all of it would take long.
 * What is rare is found by the index at once, and to meet it one would have to go through everything. So the newest
 * passages are looked at first; then it depends on how common the words are.
 */
@Injectable()
export class PassageStream {
  constructor(
    private readonly repository: PassageRepository,
    private readonly frequencies: TokenFrequencies,
  ) {}

  /** @param place from where on; passages that end after it come first */
  async *of(condition: IndexCondition, scope: SearchScope, place: Place | null): AsyncGenerator<PassageRef> {
    if (condition.any.some((tokens) => tokens.length === 0)) {
      return;
    }
    if (PassageRepository.areFew(scope.roomIds)) {
      yield* this.byIndex(condition, scope, { begun: place?.at ?? null, end: null });
    } else {
      yield* this.inOrder(condition, scope, place);
    }
  }

  private async *inOrder(
    condition: IndexCondition,
    scope: SearchScope,
    place: Place | null,
  ): AsyncGenerator<PassageRef> {
    if (place) {
      yield* await this.repository.around(condition, scope, place.at);
    }
    const isCommon = await this.frequencies.isCommon(condition);
    let end = place?.at ?? null;
    for (let size = WINDOW; size === WINDOW || isCommon; size *= GROWTH) {
      const begin = await this.repository.windowBefore(end, size);
      yield* await this.repository.inWindow(condition, scope, { begin, end });
      if (!begin) {
        return;
      }
      end = begin;
    }
    yield* this.byIndex(condition, scope, { begun: null, end });
  }

  private async *byIndex(
    condition: IndexCondition,
    scope: SearchScope,
    { begun, end }: { begun: Date | null; end: Date | null },
  ): AsyncGenerator<PassageRef> {
    const common = await this.frequencies.all();
    let last = end;
    for (let isOver = false; !isOver;) {
      const refs: PassageRef[] = await this.repository.byIndex(condition, scope, {
        begun,
        end: last,
        limit: PAGE,
        common,
      });
      yield* refs;
      const oldest = refs.at(-1)?.lastAt;
      // All that end in the same millisecond are on one page.
      last = oldest ? new Date(oldest.getTime() - 1) : null;
      isOver = refs.length < PAGE;
    }
  }
}
