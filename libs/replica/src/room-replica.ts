import type {
  MemberChanged,
  MemberPage,
  Message,
  MessageChanged,
  MessageWindow as MessagePage,
  RoomChanged,
  RoomChanges,
  SharedRoom,
} from '@parley/contracts';
import { MemberList } from './member-list.js';
import { MessageWindow, type PagePlace } from './message-window.js';

/**
 * One room as a client holds it: the room, its members, and a window of its messages.
 *
 * This is the client's half of the delivery contract (docs/protocol.md). Events are hints that may be lost,
 * doubled or out of order; every visible change of a room has a number, and `applied` says up to which one
 * nothing is missing. Whoever `isBehind` reads the changes feed with `since = applied` and gives the answer to
 * `applyChanges`, until that says `done`. After that the replica equals a fresh fetch.
 *
 * It is plain state: it asks for nothing by itself and keeps no time. Its arrays are changed in place.
 */
export class RoomReplica {
  private readonly window = new MessageWindow();
  private readonly memberList = new MemberList();
  /** Numbers above `applied` that were heard of, some of those before them are missing. */
  private readonly heardAhead = new Set<number>();
  private appliedChange = 0;
  private newestHeard = 0;
  private newestSeq = 0;
  private shared: SharedRoom | null = null;
  private countedAt = 0;

  constructor(readonly roomId: string) {}

  /** Every change up to here is in. */
  get applied(): number {
    return this.appliedChange;
  }

  /** Whether a change was missed: then the changes feed has it. */
  get isBehind(): boolean {
    return this.newestHeard > this.appliedChange;
  }

  /** The loaded messages without holes, ascending by `seq`. */
  get messages(): readonly Message[] {
    return this.window.messages;
  }

  get hasBefore(): boolean {
    return this.window.hasBefore;
  }

  get hasAfter(): boolean {
    return this.window.hasAfter;
  }

  /** The number of the newest message of the room that was heard of, loaded or not. */
  get lastSeq(): number {
    return this.newestSeq;
  }

  get members() {
    return this.memberList.members;
  }

  get room(): SharedRoom | null {
    return this.shared;
  }

  /**
   * Begins anew with a room as it was read from the server. Pages must be asked for after that: they then
   * contain at least the changes up to `lastChange`, and events tell of the others.
   */
  start(room: SharedRoom): void {
    this.window.clear();
    this.memberList.start(room.lastChange);
    this.heardAhead.clear();
    this.shared = room;
    this.appliedChange = room.lastChange;
    this.newestHeard = room.lastChange;
    this.newestSeq = room.lastSeq;
    this.countedAt = room.lastChange;
  }

  /** Call it before asking for a page, and what it returns with the page, or with nothing if there is none. */
  expectPage(place: PagePlace): (page?: MessagePage) => void {
    const arrived = this.window.expectPage(place);
    return (page) => {
      this.newestSeq = Math.max(this.newestSeq, page?.items.at(-1)?.seq ?? 0);
      arrived(page);
    };
  }

  addMembers({ items }: MemberPage): void {
    this.memberList.addPage(items);
  }

  hearMessages({ messages }: Pick<MessageChanged, 'messages'>): void {
    for (const message of messages) {
      this.putMessage(message);
      this.heard(message.change);
    }
  }

  hearMember(changed: MemberChanged): void {
    this.putMember(changed);
    this.heard(changed.change);
  }

  hearRoom({ room }: RoomChanged): void {
    this.putRoom(room);
    this.heard(room.lastChange);
  }

  /** From `room:heads`, or from the room list: how far the room is. */
  hearHead(lastChange: number): void {
    this.newestHeard = Math.max(this.newestHeard, lastChange);
  }

  /**
   * Takes an answer of the changes feed that was asked for with `since = applied`.
   *
   * @returns `more`: ask again; `reset`: too much was missed, so read the room and its newest page and `start`
   */
  applyChanges({ upTo, more, reset, messages, members, room }: RoomChanges): 'done' | 'more' | 'reset' {
    if (reset) {
      return 'reset';
    }
    messages.forEach((message) => this.putMessage(message));
    members.forEach((member) => this.putMember(member));
    if (room) {
      this.putRoom(room);
    }
    this.newestHeard = Math.max(this.newestHeard, upTo);
    this.advance(upTo);
    return more ? 'more' : 'done';
  }

  private putMessage(message: Message): void {
    this.newestSeq = Math.max(this.newestSeq, message.seq);
    this.window.put(message);
  }

  private putMember(changed: MemberChanged): void {
    this.memberList.put(changed);
    if (this.shared && changed.change > this.countedAt) {
      this.countedAt = changed.change;
      this.shared = { ...this.shared, memberCount: changed.memberCount };
    }
  }

  private putRoom(room: SharedRoom): void {
    if (!this.shared || room.lastChange > this.shared.lastChange) {
      const { memberCount } = room.lastChange > this.countedAt ? room : (this.shared ?? room);
      this.countedAt = Math.max(this.countedAt, room.lastChange);
      this.shared = { ...room, memberCount };
    }
  }

  private heard(change: number): void {
    this.newestHeard = Math.max(this.newestHeard, change);
    if (change > this.appliedChange) {
      this.heardAhead.add(change);
      this.advance(this.appliedChange);
    }
  }

  private advance(upTo: number): void {
    this.appliedChange = Math.max(this.appliedChange, upTo);
    while (this.heardAhead.delete(this.appliedChange + 1)) {
      this.appliedChange += 1;
    }
    for (const change of this.heardAhead) {
      if (change <= this.appliedChange) {
        this.heardAhead.delete(change);
      }
    }
  }
}
