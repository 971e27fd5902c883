import { describe, expect, it } from '@jest/globals';
import type { Member, Message, Room } from '@parley/contracts';
import { aMembership, aMessage, aRoom, aUser } from '@parley/web-testing';
import fc from 'fast-check';

import {
  hearHead,
  hearMarker,
  hearMember,
  hearMessages,
  hearRoom,
  type RoomState,
  stateOf,
  viewOf,
} from './room-state';

const room = (wishes: Partial<Room> = {}): Room => aRoom({ id: 'tea', lastSeq: 5, lastChange: 5, ...wishes });
const from = (seq: number, wishes: Partial<Message> = {}): Message =>
  aMessage({ roomId: 'tea', seq, authorId: 'ben', ...wishes });
const unreadOf = (state: RoomState): number | undefined => viewOf(state, 'ann').me?.unread;

describe('the state of a room in the list', () => {
  it('counts what was heard since the server counted', () => {
    const state = hearMessages(stateOf(room({ me: aMembership({ lastReadSeq: 3, unread: 2 }) })), [
      from(6),
      from(7, { mentions: ['ann'] }),
    ]);

    expect(viewOf(state, 'ann')).toMatchObject({
      lastSeq: 7,
      lastMessage: { seq: 7 },
      me: { unread: 4, mentions: 1 },
    });
    expect(state.isBehind).toBe(false);
  });

  it('counts nothing twice, whether it is heard again or was counted before', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 3, unread: 2 }) }));

    const again = hearMessages(hearMessages(state, [from(5), from(6)]), [from(6)]);

    expect(unreadOf(again)).toBe(3);
  });

  it('does not count deleted and own messages, and has read up to the own ones', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 5 }) }));

    const deleted = hearMessages(state, [from(6), from(6, { change: 7, deletedAt: 'now', body: '' })]);
    const answered = hearMessages(state, [from(6), from(7, { authorId: 'ann' })]);

    expect(unreadOf(deleted)).toBe(0);
    expect(viewOf(answered, 'ann').me).toMatchObject({ unread: 0, lastReadSeq: 7 });
  });

  it('takes back what the server had counted and is deleted now', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 3, unread: 2 }) }));
    const deleted = from(4, { change: 6, deletedAt: 'now', body: '' });

    expect(unreadOf(hearMessages(hearMessages(state, [deleted]), [deleted]))).toBe(1);
  });

  it('is read when another device has read it, also if that is heard before the message', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 3, unread: 2 }) }));

    const read = hearMessages(
      hearMarker(state, { lastReadSeq: 6, unreadFrom: null, unread: 0, mentions: 0 }),
      [from(6), from(7)],
    );

    expect(unreadOf(read)).toBe(1);
    expect(hearMarker(read, { lastReadSeq: 2, unreadFrom: null, unread: 9, mentions: 9 })).toBe(read);
  });

  it('takes the count of the server when a part was read, and asks again', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 1, unread: 4 }) }));

    const read = hearMarker(state, { lastReadSeq: 4, unreadFrom: null, unread: 1, mentions: 0 });

    expect(unreadOf(read)).toBe(1);
    expect(read.isBehind).toBe(true);
  });

  it('is behind after a gap or a head it does not have, until the room was read again', () => {
    const state = stateOf(room());

    expect(hearMessages(state, [from(7)]).isBehind).toBe(true);
    expect(hearHead(state, 5)).toBe(state);
    const behind = hearHead(state, 8);
    expect(behind.isBehind).toBe(true);
    expect(stateOf(room({ lastChange: 7 }), behind).isBehind).toBe(true);
    expect(stateOf(room({ lastChange: 8 }), behind).isBehind).toBe(false);
  });

  it('keeps what is newer than an answer that was long on its way', () => {
    const state = hearMessages(stateOf(room()), [from(6), from(7)]);

    const answered = stateOf(room({ lastSeq: 6, lastChange: 6, me: aMembership({ unread: 1 }) }), state);

    expect(viewOf(answered, 'ann')).toMatchObject({ lastSeq: 7, lastMessage: { seq: 7 }, me: { unread: 2 } });
  });

  it('is unread from where the person marked it, until they read or write', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 5 }) }));
    const marker = { lastReadSeq: 5, unreadFrom: 4, unread: 2, mentions: 1 };

    const marked = hearMarker(state, marker);
    const written = hearMessages(marked, [from(6, { authorId: 'ann' })]);
    const read = hearMarker(marked, { lastReadSeq: 5, unreadFrom: null, unread: 0, mentions: 0 });

    expect(viewOf(marked, 'ann').me).toMatchObject(marker);
    expect(marked.isBehind).toBe(true);
    expect(viewOf(written, 'ann').me).toMatchObject({ lastReadSeq: 6, unreadFrom: null, unread: 0 });
    expect(viewOf(read, 'ann').me).toMatchObject({ lastReadSeq: 5, unreadFrom: null, unread: 0 });
  });

  it('counts what comes after a mark', () => {
    const state = stateOf(room({ me: aMembership({ lastReadSeq: 5, unreadFrom: 5, unread: 1 }) }));

    expect(unreadOf(hearMessages(state, [from(6)]))).toBe(2);
  });

  it('follows the name, the number of members and the own role', () => {
    const renamed = hearRoom(stateOf(room()), { room: room({ name: 'Coffee', lastChange: 6 }) });
    const member: Member = { user: aUser(), role: 'admin', joinedAt: '' };

    const promoted = hearMember(
      renamed,
      { roomId: 'tea', change: 7, userId: 'ann', member, memberCount: 9 },
      'ann',
    );

    expect(viewOf(promoted, 'ann')).toMatchObject({ name: 'Coffee', memberCount: 9, me: { role: 'admin' } });
  });

  it('agrees with the server after any order of events', () => {
    const action = fc.oneof(
      fc.record({
        kind: fc.constant('say' as const),
        by: fc.constantFrom('ann', 'ben'),
        calls: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('delete' as const), seq: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('read' as const), seq: fc.integer({ min: 1, max: 14 }) }),
      fc.record({ kind: fc.constant('fetch' as const) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (actions, random) => {
        const server = new FakeServer();
        const deliveries: ((state: RoomState) => RoomState)[] = [];
        for (const done of actions) {
          deliveries.push(...server.do(done));
        }

        let state = stateOf(new FakeServer().room());
        for (const deliver of shuffled(deliveries, random)) {
          state = deliver(state);
        }
        const healed = state.isBehind ? stateOf(server.room(), state) : state;

        expect(healed.isBehind).toBe(false);
        expect(viewOf(healed, 'ann').me).toEqual(server.room().me);
        expect(viewOf(healed, 'ann').lastMessage).toEqual(server.room().lastMessage);
      }),
      { numRuns: 500 },
    );
  });
});

type Action =
  | { kind: 'say'; by: string; calls: boolean }
  | { kind: 'delete'; seq: number }
  | { kind: 'read'; seq: number }
  | { kind: 'fetch' };

/** Counts as the contract says, from all messages each time. */
class FakeServer {
  private messages: Message[] = [];
  private change = 0;
  private read = 0;

  do(action: Action): ((state: RoomState) => RoomState)[] {
    switch (action.kind) {
      case 'say':
        return this.say(action.by, action.calls);
      case 'delete':
        return this.delete(action.seq);
      case 'read':
        return this.mark(action.seq);
      case 'fetch': {
        const answer = this.room();
        return [(state) => stateOf(answer, state)];
      }
    }
  }

  room(): Room {
    const unread = this.messages.filter((it) => it.seq > this.read && it.authorId !== 'ann' && !it.deletedAt);
    const mentions = unread.filter((it) => it.mentions.includes('ann'));
    return room({
      lastSeq: this.messages.length,
      lastChange: this.change,
      lastMessage: this.messages.at(-1) ?? null,
      me: aMembership({ lastReadSeq: this.read, unread: unread.length, mentions: mentions.length }),
    });
  }

  private say(authorId: string, calls: boolean) {
    const said = from(this.messages.length + 1, { authorId, change: ++this.change });
    const message = calls ? { ...said, mentions: ['ann'] } : said;
    this.messages.push(message);
    const heard = [(state: RoomState) => hearMessages(state, [message])];
    return authorId === 'ann' ? [...heard, ...this.mark(message.seq)] : heard;
  }

  private delete(seq: number) {
    const message = this.messages[seq - 1];
    if (!message || message.deletedAt) {
      return [];
    }
    const tombstone = { ...message, body: '', mentions: [], deletedAt: 'now', change: ++this.change };
    this.messages[seq - 1] = tombstone;
    return [(state: RoomState) => hearMessages(state, [tombstone])];
  }

  private mark(seq: number) {
    this.read = Math.max(this.read, Math.min(seq, this.messages.length));
    const { lastReadSeq, unreadFrom, unread, mentions } = this.room().me ?? aMembership({});
    return [(state: RoomState) => hearMarker(state, { lastReadSeq, unreadFrom, unread, mentions })];
  }
}

function shuffled<T>(items: readonly T[], random: Iterator<number>): T[] {
  const weights = items.map(() => (random.next().value as number) % 1_000);
  return items
    .map((item, index) => ({ item, weight: weights[index] ?? 0 }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item);
}
