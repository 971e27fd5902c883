import type { User } from '@parley/contracts';
import { folded } from '../text/folded';

type Named = Pick<User, 'username' | 'displayName'>;

/**
 * Those whose user name or display name has the query in it, the best match first: the beginning of the user name,
 * then of a word of the display name, then anywhere. Among equals the order stays.
 */
export function matchingPeople<P extends Named>(people: readonly P[], query: string, limit: number): P[] {
  const wanted = folded(query);
  return people
    .map((person) => ({ person, rank: rankOf(person, wanted) }))
    .filter(({ rank }) => rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ person }) => person);
}

function rankOf({ username, displayName }: Named, wanted: string): number {
  const name = folded(displayName);
  if (username.startsWith(wanted)) {
    return 0;
  }
  if (` ${name}`.includes(` ${wanted}`)) {
    return 1;
  }
  return `${username} ${name}`.includes(wanted) ? 2 : Infinity;
}
