import { describe, expect, it } from '@jest/globals';
import { aMembership, aMessage, aRoom, aUser } from '@parley/web-testing';

import { excerptOf, titleOf } from './room-naming';
import { isCalling, nextUnread, sectionsOf } from './room-sections';

const tea = aRoom({
  id: 'tea',
  name: 'Tea',
  lastMessage: aMessage({ createdAt: '2026-01-01T10:00:00.000Z' }),
});
const coffee = aRoom({
  id: 'coffee',
  name: 'Café',
  lastMessage: aMessage({ createdAt: '2026-01-02T10:00:00.000Z' }),
});
const ben = aRoom({ id: 'ben', kind: 'direct', name: '', peers: [aUser({ username: 'ben' })] });
const starred = aRoom({ id: 'starred', name: 'Starred', me: aMembership({ favourite: true }) });

const ids = (filter: string): Record<string, string[]> =>
  Object.fromEntries(
    sectionsOf([tea, coffee, ben, starred, aRoom({ id: 'left', me: null })], filter).map((section) => [
      section.name,
      section.rooms.map(({ id }) => id),
    ]),
  );

describe('sectionsOf', () => {
  it('has favourites, people and rooms, the latest first', () => {
    expect(ids('')).toEqual({ favourites: ['starred'], direct: ['ben'], rooms: ['coffee', 'tea'] });
  });

  it('finds by a part of the name, whatever its case and accents', () => {
    expect(ids(' CAFE')).toEqual({ rooms: ['coffee'] });
    expect(ids('be')).toEqual({ direct: ['ben'] });
    expect(ids('nothing')).toEqual({});
  });
});

describe('nextUnread', () => {
  const read = aRoom({ id: 'read' });
  const first = aRoom({ id: 'first', me: aMembership({ unread: 1 }) });
  const second = aRoom({ id: 'second', me: aMembership({ unread: 1 }) });

  it('goes round in both directions', () => {
    const rooms = [first, read, second];

    expect(nextUnread(rooms, 'read', 1)?.id).toBe('second');
    expect(nextUnread(rooms, 'read', -1)?.id).toBe('first');
    expect(nextUnread(rooms, 'second', 1)?.id).toBe('first');
    expect(nextUnread(rooms, null, 1)?.id).toBe('first');
    expect(nextUnread(rooms, null, -1)?.id).toBe('second');
    expect(nextUnread([first, read], 'first', 1)).toBeNull();
  });
});

describe('isCalling', () => {
  const now = Date.parse('2026-01-01T10:00:00.000Z');

  it.each([
    [{ unread: 1 }, true],
    [{ unread: 0 }, false],
    [{ unread: 1, mutedUntil: '2026-01-01T10:00:01.000Z' }, false],
    [{ unread: 1, mutedUntil: '2026-01-01T09:59:59.000Z' }, true],
    [{ unread: 1, notify: 'none' as const }, false],
    [{ unread: 1, notify: 'mentions' as const }, false],
    [{ unread: 1, mentions: 1, notify: 'mentions' as const }, true],
  ])('%j: %j', (membership, expected) => {
    expect(isCalling(aRoom({ me: aMembership(membership) }), now)).toBe(expected);
  });
});

describe('names', () => {
  it('of rooms between people are those of the others', () => {
    expect(
      titleOf(
        aRoom({ kind: 'group', name: '', peers: [aUser({ username: 'ben' }), aUser({ username: 'cat' })] }),
      ),
    ).toBe('Ben, Cat');
  });

  it.each([
    ['**bold** and `code`', 'bold and code'],
    ['> quoted\n\nanswer', 'quoted answer'],
    ['- one\n- two', 'one two'],
    ['snake_case 2 * 3', 'snake_case 2 * 3'],
  ])('an excerpt of %j is %j', (body, excerpt) => {
    expect(excerptOf(body)).toBe(excerpt);
  });
});
