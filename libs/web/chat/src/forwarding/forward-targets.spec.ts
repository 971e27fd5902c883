import { describe, expect, it } from '@jest/globals';
import { aMembership, aMessage, aRoom, aUser } from '@parley/web-testing';
import { matchingTargets, personTargets, roomTargets } from './forward-targets';

const ben = aUser({ username: 'ben', displayName: 'Bén' });
const tea = aRoom({ id: 'tea', name: 'Tea' });
const direct = aRoom({
  ...{ id: 'direct', kind: 'direct', name: '', peers: [ben] },
  lastMessage: aMessage({ createdAt: '2026-02-02T10:00:00.000Z' }),
});

describe('where a message can be passed on to', () => {
  it('are the rooms in which one may write, what was active last first', () => {
    const closed = [
      aRoom({ id: 'old', archivedAt: '2026-01-01T10:00:00.000Z' }),
      aRoom({ id: 'news', posting: 'admins' }),
      aRoom({ id: 'foreign', me: null }),
    ];
    const own = aRoom({ id: 'own', posting: 'admins', me: aMembership({ role: 'admin' }) });

    expect(roomTargets([tea, ...closed, direct, own]).map(({ id }) => id)).toEqual(['direct', 'tea', 'own']);
  });

  it('are people to whom one has not written yet', () => {
    const people = [ben, aUser({ username: 'carl' }), aUser({ username: 'gone', deleted: true })];

    expect(personTargets(people, [tea, direct]).map(({ title }) => title)).toEqual(['Carl']);
  });

  it('are found by name and user name, whatever the accents', () => {
    const targets = roomTargets([tea, direct]);

    expect(matchingTargets(targets, 'ben').map(({ id }) => id)).toEqual(['direct']);
    expect(matchingTargets(targets, 'TÉ').map(({ id }) => id)).toEqual(['tea']);
    expect(matchingTargets(targets, '')).toHaveLength(2);
  });
});
