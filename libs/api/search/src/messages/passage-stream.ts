import type { IndexCondition } from '../query/index-condition.js';
import { PassageRepository, type PassageRef } from './passage.repository.js';
import type { Place, SearchScope } from './search-scope.js';

/** Passages that are asked for at once: a few cover a page of what is common. */
const FIRST = 64;
const MORE = 500;

/**
 * Passages in which there may be something, newest first. What is common is found among the newest ones; the index
 * is asked for all of them, which takes its time, only when those are not enough.
 */
export async function* passages(
  repository: PassageRepository,
  condition: IndexCondition,
  scope: SearchScope,
  place: Place | null,
): AsyncGenerator<PassageRef> {
  let endBefore: Date | null = null;
  if (!place && !PassageRepository.areFew(scope.roomIds)) {
    const newest = await repository.amongNewest(condition, scope, FIRST);
    if (newest.length === FIRST) {
      yield* newest;
      endBefore = newest.at(-1)?.lastAt ?? null;
      // Others may have ended in the same millisecond. They come again with the next ones.
      endBefore = endBefore && new Date(endBefore.getTime() + 1);
    }
  }
  for (let isOver = false; !isOver;) {
    const refs: PassageRef[] = await repository.all(condition, scope, { place, endBefore, limit: MORE });
    yield* refs;
    endBefore = refs.at(-1)?.lastAt ?? null;
    isOver = refs.length < MORE;
  }
}
