import { describe, expect, it } from '@jest/globals';
import type { Notification } from '@parley/contracts';
import { aUser } from '@parley/web-testing';
import { grouped } from './notification-groups';

let count = 0;
const ann = aUser({ username: 'ann' });
const ben = aUser({ username: 'ben' });

const aNotification = (wishes: Partial<Notification>): Notification => {
  count += 1;
  const createdAt = new Date(count * 1_000).toISOString();
  return {
    ...{ id: `n${count}`, kind: 'message', actor: ann, text: '', createdAt, readAt: null },
    ...wishes,
  };
};

const shape = (items: Notification[]) =>
  grouped(items).map(({ newest, items: all, actors, isUnread }) => ({
    ...{ newest: newest.id, count: all.length, actors: actors.map(({ username }) => username), isUnread },
  }));

describe('grouped', () => {
  it('puts what was said in one chat into one line, and what calls somebody into one of its own', () => {
    const first = aNotification({ roomId: 'tea' });
    const call = aNotification({ roomId: 'tea', kind: 'mention' });
    const last = aNotification({ roomId: 'tea', actor: ben });

    expect(shape([first, call, last])).toEqual([
      { newest: last.id, count: 2, actors: ['ben', 'ann'], isUnread: true },
      { newest: call.id, count: 1, actors: ['ann'], isUnread: true },
    ]);
  });

  it('shows what is unread first, apart from what was read of the same', () => {
    const unread = aNotification({ roomId: 'tea' });
    const read = aNotification({ roomId: 'tea', readAt: 'then' });

    expect(shape([read, unread]).map(({ newest }) => newest)).toEqual([unread.id, read.id]);
  });

  it('names somebody once who did the same twice', () => {
    const items = [1, 2].map(() => aNotification({ kind: 'reaction', messageId: 'm', actor: ben }));

    expect(shape(items)).toMatchObject([{ count: 2, actors: ['ben'] }]);
  });

  it('has a line for what nobody did', () => {
    expect(shape([aNotification({ kind: 'security', actor: null })])).toMatchObject([
      { count: 1, actors: [] },
    ]);
  });
});
