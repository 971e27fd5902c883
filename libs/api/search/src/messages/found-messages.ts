import type { Candidate, Place } from './search-scope.js';

/** What was found so far, each message once, newest first. */
export class FoundMessages {
  private readonly byId = new Map<string, Candidate>();

  add(candidate: Candidate): void {
    this.byId.set(candidate.id, candidate);
  }

  /** How many are newer than a moment. */
  countAfter(moment: Date): number {
    return [...this.byId.values()].filter(({ createdAt }) => createdAt > moment).length;
  }

  /** @param until null for all, otherwise only what is newer */
  newestFirst(until: Date | null): Candidate[] {
    return [...this.byId.values()]
      .filter(({ createdAt }) => until === null || createdAt > until)
      .toSorted(byPlace);
  }
}

export function placeOf({ createdAt, id }: Candidate): Place {
  return { at: createdAt, id };
}

function byPlace(a: Candidate, b: Candidate): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1);
}
