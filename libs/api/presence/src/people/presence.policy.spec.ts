import { describe, expect, it } from '@jest/globals';
import type { PresenceChoice } from '@parley/contracts';
import { statusForOthers, statusHere } from './presence.policy.js';

describe('statusHere', () => {
  it.each<[PresenceChoice[], PresenceChoice, PresenceChoice | null]>([
    [[], 'online', null],
    [['online'], 'online', 'online'],
    [['away', 'online'], 'online', 'online'],
    [['away'], 'online', 'away'],
    [['online'], 'away', 'away'],
    [['online'], 'dnd', 'dnd'],
    [['dnd', 'online'], 'online', 'dnd'],
    [['away'], 'invisible', 'invisible'],
    [['online', 'invisible'], 'dnd', 'invisible'],
  ])('of devices that say %j, with the choice %s, is %s', (devices, presence, expected) => {
    expect(statusHere(devices, { presence, isShown: true })).toBe(expected);
  });

  it('hides who does not want to be seen', () => {
    expect(statusHere(['online'], { presence: 'online', isShown: false })).toBe('invisible');
  });
});

describe('statusForOthers', () => {
  it.each<[PresenceChoice[], string]>([
    [[], 'offline'],
    [['away'], 'away'],
    [['away', 'online'], 'online'],
    [['online', 'dnd'], 'dnd'],
    [['online', 'invisible'], 'offline'],
  ])('of servers that say %j is %s', (statuses, expected) => {
    expect(statusForOthers(statuses)).toBe(expected);
  });
});
