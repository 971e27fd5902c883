/** Which messages are looked through, whatever their words. */
export interface SearchScope {
  /** The rooms, all of which the person is in. */
  roomIds: readonly string[];
  /** Null: whoever wrote them. */
  authorIds: readonly string[] | null;
  needsLink: boolean;
  needsFile: boolean;
  /** Exclusive; null: until now. */
  before: Date | null;
  /** Inclusive; null: from the beginning. */
  after: Date | null;
}

/** The place of a message in the order of the results: newest first. */
export interface Place {
  at: Date;
  id: string;
}

/** A message that may be what is looked for. */
export interface Candidate {
  id: string;
  createdAt: Date;
  /** Its words, and what its files are called. */
  text: string;
}

/** Behind all messages of this moment. */
export function beginningOf(at: Date): Place {
  return { at, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
}
