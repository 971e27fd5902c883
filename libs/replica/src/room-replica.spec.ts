import { describe, expect, it } from '@jest/globals';
import type {
  Member,
  MemberChanged,
  Message,
  MessageWindow,
  RoomChanges,
  SharedRoom,
} from '@parley/contracts';
import fc from 'fast-check';
import { RoomReplica } from './room-replica.js';

/** A server of one room, as far as the delivery contract describes it. */
class ModelServer {
  private readonly messages: Message[] = [];
  private readonly joined = new Map<string, MemberChanged>();
  private change = 0;

  get room(): SharedRoom {
    return {
      ...{ id: 'tea', kind: 'channel', name: 'Tea', topic: '', visibility: 'public', encryption: null },
      ...{ memberCount: this.memberCount, lastSeq: this.messages.length, lastChange: this.change },
      ...{ lastMessage: this.messages.at(-1) ?? null, createdAt: '', archivedAt: null },
      ...{ pictureUrl: null, posting: 'everyone', slowModeSeconds: 0 },
    };
  }

  get all(): readonly Message[] {
    return this.messages;
  }

  get memberIds(): string[] {
    return [...this.joined.values()].flatMap(({ member }) => member?.user.id ?? []).toSorted();
  }

  send(body: string): Message {
    const seq = this.messages.length + 1;
    const message: Message = {
      ...{ id: `m${seq}`, roomId: 'tea', seq, change: ++this.change, kind: 'text', authorId: 'ann', body },
      ...{ replyTo: null, files: [], mentions: [], mentionsRoom: false, reactions: [], pinnedAt: null },
      ...{ createdAt: '', editedAt: null, deletedAt: null },
    };
    this.messages.push(message);
    return message;
  }

  edit(place: number, body: string): Message | undefined {
    return this.renew(place, { body });
  }

  react(place: number): Message | undefined {
    return this.renew(place, { reactions: [{ emoji: '🎉', count: this.change, userIds: [] }] });
  }

  pin(place: number): Message | undefined {
    return this.renew(place, { pinnedAt: `at change ${this.change}` });
  }

  private renew(place: number, changes: Partial<Message>): Message | undefined {
    const old = this.messages[place % Math.max(this.messages.length, 1)];
    const message = old && { ...old, ...changes, change: ++this.change };
    if (message) {
      this.messages[message.seq - 1] = message;
    }
    return message;
  }

  toggleMember(name: string): MemberChanged {
    const member = this.joined.get(name)?.member ? null : aMember(name);
    const memberCount = this.memberCount + (member ? 1 : -1);
    const changed = { roomId: 'tea', change: ++this.change, userId: name, member, memberCount };
    this.joined.set(name, changed);
    return changed;
  }

  newest(limit: number): MessageWindow {
    const items = this.messages.slice(-limit);
    return { items, users: [], hasBefore: items.length < this.messages.length, hasAfter: false };
  }

  before(seq: number, limit: number): MessageWindow {
    const items = this.messages.slice(0, seq - 1).slice(-limit);
    return { items, users: [], hasBefore: (items[0]?.seq ?? 1) > 1, hasAfter: true };
  }

  changes(since: number, limit: number): RoomChanges {
    const changed = [...this.messages, ...this.joined.values()]
      .filter(({ change }) => change > since)
      .toSorted((a, b) => a.change - b.change);
    const page = changed.slice(0, limit);
    const more = page.length < changed.length;
    return {
      ...{ upTo: more ? (page.at(-1)?.change ?? since) : this.change, more, reset: false },
      messages: page.filter((one) => 'seq' in one),
      members: page.filter((one) => 'memberCount' in one),
    };
  }

  private get memberCount(): number {
    return [...this.joined.values()].filter(({ member }) => member).length;
  }
}

function aMember(id: string): Member {
  const user = {
    ...{ id, username: id, displayName: id, avatarUrl: null, bio: '', createdAt: '', deleted: false },
    ...{ statusEmoji: '', statusText: '', statusExpiresAt: null },
  };
  return { user, role: 'member', joinedAt: '' };
}

/** What happens, the event of it, and how often and how much later that event arrives. */
const steps = fc.array(
  fc.record({
    name: fc.constantFrom(
      ...(['send', 'send', 'send', 'edit', 'react', 'pin', 'member'] as const),
      ...(['head', 'askOlder', 'olderArrives', 'catchUp'] as const),
    ),
    choice: fc.nat(40),
    times: fc.constantFrom(0, 1, 1, 1, 2),
    delay: fc.nat(4),
  }),
  { maxLength: 60 },
);

/** A replica of the model's room, and what can happen to the two; an answer is the event to deliver. */
function aRoomWithHistory(limit: number) {
  const server = new ModelServer();
  ['one', 'two', 'three', 'four'].forEach((body) => server.send(body));
  const replica = new RoomReplica('tea');
  replica.start(server.room);
  replica.expectPage('newest')(server.newest(2));
  let olderArrives: () => void = () => undefined;

  const hear = (message?: Message) => () => {
    replica.hearMessages({ messages: message ? [message] : [] });
  };
  const actions = {
    send: () => hear(server.send('hello')),
    edit: (choice: number) => hear(server.edit(choice, 'edited')),
    react: (choice: number) => hear(server.react(choice)),
    pin: (choice: number) => hear(server.pin(choice)),
    member: (choice: number) => {
      const changed = server.toggleMember(choice % 2 ? 'ben' : 'cleo');
      return () => replica.hearMember(changed);
    },
    head: () => replica.hearHead(server.room.lastChange),
    askOlder: () => {
      olderArrives();
      const arrive = replica.expectPage('before');
      const page = server.before(replica.messages[0]?.seq ?? 1, limit);
      olderArrives = () => {
        arrive(page);
        olderArrives = () => undefined;
      };
    },
    olderArrives: () => olderArrives(),
    catchUp: () => {
      while (replica.isBehind) {
        replica.applyChanges(server.changes(replica.applied, limit));
      }
    },
  };
  return { server, replica, actions };
}

describe('RoomReplica', () => {
  it('equals a fresh fetch whatever is lost, doubled, late or out of order', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (history, limit) => {
        const { server, replica, actions } = aRoomWithHistory(limit);
        const events: { at: number; deliver: () => void }[] = [];

        history.forEach(({ name, choice, times, delay }, now) => {
          const deliver = actions[name](choice);
          if (deliver) {
            events.push(...Array.from({ length: times }, (_, i) => ({ at: now + delay * (i + 1), deliver })));
          }
          events.filter(({ at }) => at === now).forEach((event) => event.deliver());
        });
        events.filter(({ at }) => at >= history.length).forEach(({ deliver }) => deliver());
        actions.olderArrives();
        actions.head();
        actions.catchUp();

        const first = replica.messages[0]?.seq ?? 1;
        expect(replica.messages).toEqual(server.all.slice(first - 1));
        expect(replica.members.map(({ user }) => user.id).toSorted()).toEqual(server.memberIds);
        expect(replica.room?.memberCount).toBe(server.memberIds.length);
        expect(replica.applied).toBe(server.room.lastChange);
      }),
      { numRuns: 500 },
    );
  });

  it('overlooks what it hears late of the time before it began', () => {
    const server = new ModelServer();
    const replica = new RoomReplica('tea');
    server.send('one');
    const came = server.toggleMember('cleo');
    const went = server.toggleMember('cleo');
    replica.start(server.room);
    replica.addMembers({ items: [], nextCursor: null });

    replica.hearMember(came);

    expect(went.member).toBeNull();
    expect(replica.members).toEqual([]);
    expect(replica.isBehind).toBe(false);
  });

  it('tells a missed change from a new one and from a repetition', () => {
    const server = new ModelServer();
    const [one, two, three] = ['one', 'two', 'three'].map((body) => server.send(body));
    const replica = new RoomReplica('tea');
    const hear = (...messages: (Message | undefined)[]) =>
      replica.hearMessages({ messages: messages.filter((message) => message !== undefined) });
    replica.expectPage('newest')({ items: [], users: [], hasBefore: false, hasAfter: false });

    hear(one);
    expect(replica.isBehind).toBe(false);
    hear(three);
    expect([replica.isBehind, replica.messages]).toEqual([true, [one]]);
    hear(one);
    expect(replica.isBehind).toBe(true);
    hear(two);
    expect([replica.isBehind, replica.messages]).toEqual([false, [one, two, three]]);
  });

  it('asks to begin anew when the server says that too much was missed', () => {
    const replica = new RoomReplica('tea');
    replica.hearHead(9_000);

    const answer = { upTo: 9_000, more: false, reset: true, messages: [], members: [] };

    expect(replica.applyChanges(answer)).toBe('reset');
    expect(replica.applied).toBe(0);
  });

  it('does not append new messages to a window in the middle of the history', () => {
    const server = new ModelServer();
    Array.from({ length: 10 }, () => server.send('old'));
    const replica = new RoomReplica('tea');
    replica.start(server.room);
    replica.expectPage('around')({ ...server.before(6, 3), hasAfter: true });

    replica.hearMessages({ messages: [server.send('new')] });

    expect(replica.messages.map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(replica.lastSeq).toBe(11);
  });
});
