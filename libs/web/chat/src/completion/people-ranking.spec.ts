import { describe, expect, it } from '@jest/globals';
import { aUser } from '@parley/web-testing';
import { matchingPeople } from './people-ranking';

const people = [
  aUser({ username: 'ben', displayName: 'Ben Hannover' }),
  aUser({ username: 'zoe', displayName: 'Zoë Müller' }),
  aUser({ username: 'hana', displayName: 'Ann Smith' }),
  aUser({ username: 'ann', displayName: 'Anna' }),
];
const names = (query: string, limit = 8) =>
  matchingPeople(people, query, limit).map(({ username }) => username);

describe('matchingPeople', () => {
  it('has those first whose name begins so, then words, then the middle of one', () => {
    expect(names('an')).toEqual(['ann', 'hana', 'ben']);
  });

  it('minds neither accents nor capitals', () => {
    expect(names('zoe')).toEqual(['zoe']);
    expect(names('MULL')).toEqual(['zoe']);
    expect(names('zoë')).toEqual(['zoe']);
  });

  it('leaves the order of who is equally good, and gives all for nothing', () => {
    expect(names('', 3)).toEqual(['ben', 'zoe', 'hana']);
    expect(names('nobody')).toEqual([]);
  });
});
