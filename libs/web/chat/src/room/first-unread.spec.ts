import { describe, expect, it } from '@jest/globals';
import { aMembership, aMessage, aRoom } from '@parley/web-testing';
import { firstUnread, placeOf, readUpTo } from './first-unread';

describe('readUpTo', () => {
  it.each([
    [{ lastReadSeq: 5 }, null],
    [{ lastReadSeq: 5, unread: 2 }, 5],
    [{ lastReadSeq: 5, unreadFrom: 3 }, 2],
    [{ lastReadSeq: 5, unreadFrom: 9, unread: 2 }, 5],
  ])('is of %j %j', (membership, expected) => {
    expect(readUpTo(aMembership(membership))).toBe(expected);
  });
});

describe('placeOf', () => {
  const room = (lastSeq: number, unreadFrom: number | null) =>
    aRoom({ lastSeq, me: aMembership({ lastReadSeq: lastSeq, unreadFrom }) });

  it('is around what was marked, when that is not among the newest', () => {
    expect(placeOf(room(200, 10))).toEqual({ around: 10 });
    expect(placeOf(room(200, 190))).toBeNull();
    expect(placeOf(room(200, null))).toBeNull();
  });
});

describe('firstUnread', () => {
  const messages = [
    aMessage({ seq: 4, authorId: 'ben' }),
    aMessage({ seq: 5, authorId: 'ann' }),
    aMessage({ seq: 6, authorId: 'ben', deletedAt: 'now' }),
    aMessage({ seq: 7, authorId: 'ben' }),
  ];
  const first = (after: number, isByHand = false) =>
    firstUnread(messages, after, { ownId: 'ann', isByHand })?.seq;

  it('is of somebody else, and still there', () => {
    expect(first(3)).toBe(4);
    expect(first(4)).toBe(7);
    expect(first(7)).toBeUndefined();
  });

  it('is exactly where the person put the line', () => {
    expect(first(4, true)).toBe(5);
  });

  it('is not known while it is not loaded', () => {
    expect(first(2)).toBeUndefined();
    expect(firstUnread([], 2, { ownId: 'ann', isByHand: false })).toBeUndefined();
  });
});
