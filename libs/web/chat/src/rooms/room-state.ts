import type {
  MemberChanged,
  MembershipSettings,
  Message,
  Room,
  RoomChanged,
  RoomMarker,
  SharedRoom,
} from '@parley/contracts';

/** Counts are reported up to here. */
const MOST = 999;
const NOT_A_MEMBER = { lastReadSeq: 0, unreadFrom: null, unread: 0, mentions: 0 };

/**
 * One room of the list: as the server told it last, and what was heard since. The counts follow from both, so they
 * are right whatever the order in which answers and events arrive.
 */
export interface RoomState {
  /** As the server told it, with everything up to its `lastChange`. */
  readonly base: Room;
  /** Messages by number, in versions newer than the base. */
  readonly heard: ReadonlyMap<number, Message>;
  readonly lastReadSeq: number;
  /** What the person wants to read again, and the newest message when that was heard of: a later own one ends it. */
  readonly mark: { readonly from: number; readonly newest: number } | null;
  /** What the server counted when a part of the base was read; only it knows those messages. */
  readonly counted: { readonly unread: number; readonly mentions: number };
  /** The newest change that was heard of. */
  readonly lastChange: number;
  /** Something is missing, or counts are a guess: the room must be read again. */
  readonly isBehind: boolean;
}

export function stateOf(room: Room, before?: RoomState): RoomState {
  const { lastReadSeq: readThere, unreadFrom, unread, mentions } = room.me ?? NOT_A_MEMBER;
  const mark = unreadFrom === null ? null : { from: unreadFrom, newest: room.lastSeq };
  if (!before) {
    return {
      base: room,
      heard: new Map(),
      lastReadSeq: readThere,
      mark,
      counted: { unread, mentions },
      lastChange: room.lastChange,
      isBehind: false,
    };
  }
  if (room.lastChange < before.base.lastChange) {
    return withSettings(before, room);
  }
  const lastReadSeq = Math.max(readThere, before.lastReadSeq);
  const isOlder = room.lastChange < before.lastChange;
  return {
    base: isOlder ? { ...room, ...sharedOf(before.base) } : room,
    heard: new Map([...before.heard].filter(([, { change }]) => change > room.lastChange)),
    lastReadSeq,
    mark,
    counted: { unread, mentions },
    lastChange: Math.max(room.lastChange, before.lastChange),
    // Having read further than the answer knows, its counts are too high.
    isBehind: (isOlder && before.isBehind) || (lastReadSeq > readThere && lastReadSeq < room.lastSeq),
  };
}

export function hearMessages(state: RoomState, messages: readonly Message[]): RoomState {
  const heard = new Map(state.heard);
  let { lastChange, isBehind } = state;
  for (const message of messages) {
    isBehind ||= message.change > lastChange + 1 || takesCountedBack(state, message);
    lastChange = Math.max(lastChange, message.change);
    const known = heard.get(message.seq);
    if (message.change > state.base.lastChange && (!known || known.change < message.change)) {
      heard.set(message.seq, message);
    }
  }
  return { ...state, heard, lastChange, isBehind };
}

export function hearMember(state: RoomState, changed: MemberChanged, ownId: string): RoomState {
  const { me } = state.base;
  const ownRole = changed.userId === ownId ? changed.member?.role : undefined;
  const isNewer = changed.change > state.lastChange;
  return heardChange(state, changed.change, {
    ...state.base,
    memberCount: isNewer ? changed.memberCount : state.base.memberCount,
    me: me && ownRole && isNewer ? { ...me, role: ownRole } : me,
  });
}

export function hearRoom(state: RoomState, { room }: RoomChanged): RoomState {
  if (room.lastChange <= state.lastChange) {
    return state;
  }
  return heardChange(state, room.lastChange, { ...state.base, ...sharedOf(room) });
}

/** Read, or marked as unread, here or on another device. */
export function hearMarker(state: RoomState, marker: Omit<RoomMarker, 'roomId'>): RoomState {
  const { lastReadSeq, unreadFrom, unread, mentions } = marker;
  const isSame = lastReadSeq === state.lastReadSeq && unreadFrom === (state.mark?.from ?? null);
  if (lastReadSeq < state.lastReadSeq || isSame) {
    return state;
  }
  const isPartly = lastReadSeq < state.base.lastSeq || unreadFrom !== null;
  const heard = [...state.heard].filter(([seq]) => seq > lastReadSeq || seq === newestSeq(state));
  return {
    ...state,
    lastReadSeq,
    mark: unreadFrom === null ? null : { from: unreadFrom, newest: newestSeq(state) },
    heard: new Map(heard),
    counted: isPartly ? { unread, mentions } : { unread: 0, mentions: 0 },
    isBehind: state.isBehind || isPartly,
  };
}

/** Chosen on another device; answers of the same kind are the latest whatever else is newer. */
export function hearSettings(state: RoomState, { roomId: _, ...settings }: MembershipSettings): RoomState {
  const { me } = state.base;
  return me ? { ...state, base: { ...state.base, me: { ...me, ...settings } } } : state;
}

/** From `room:heads`: how far the room is. */
export function hearHead(state: RoomState, lastChange: number): RoomState {
  return lastChange > state.lastChange ? { ...state, lastChange, isBehind: true } : state;
}

/** The room as the list shows it. */
export function viewOf(state: RoomState, ownId: string): Room {
  const { base, heard, lastReadSeq, lastChange, mark } = state;
  const newest = heard.get(newestSeq(state)) ?? base.lastMessage;
  const own = lastOwnSeq(state, ownId);
  const read = Math.max(lastReadSeq, own);
  const unreadFrom = mark && own <= mark.newest ? mark.from : null;
  const { unread, mentions } = counts(state, Math.min(read, (unreadFrom ?? Infinity) - 1), ownId);
  return {
    ...base,
    lastSeq: newestSeq(state),
    lastChange,
    lastMessage: newest,
    me: base.me && { ...base.me, lastReadSeq: read, unreadFrom, unread, mentions },
  };
}

/** The newest change of which it is known that nothing before it is missing. */
export function appliedOf(state: RoomState): number {
  return state.isBehind ? state.base.lastChange : state.lastChange;
}

function counts(state: RoomState, read: number, ownId: string): { unread: number; mentions: number } {
  const { base, counted, heard } = state;
  const isBaseRead = read >= base.lastSeq;
  let unread = isBaseRead ? 0 : counted.unread;
  let mentions = isBaseRead ? 0 : counted.mentions;
  for (const [seq, message] of heard) {
    if (seq > read && message.authorId !== ownId && message.kind !== 'system') {
      const difference = differenceOf(message, seq > base.lastSeq);
      unread += difference;
      mentions += isCalled(message, ownId) ? Math.max(0, difference) : 0;
    }
  }
  return { unread: clamp(unread), mentions: clamp(Math.min(mentions, unread)) };
}

/** By name, or with everybody else. */
export function isCalled({ mentions, mentionsRoom }: Message, ownId: string): boolean {
  return mentionsRoom || mentions.includes(ownId);
}

/** What a message that was heard of adds to what the server counted before. */
function differenceOf({ deletedAt }: Message, isNew: boolean): number {
  if (isNew) {
    return deletedAt ? 0 : 1;
  }
  return deletedAt ? -1 : 0;
}

/** Sending moves the own marker, also when the marker's event is late. */
function lastOwnSeq({ heard }: RoomState, ownId: string): number {
  let last = 0;
  for (const [seq, { authorId, kind }] of heard) {
    if (authorId === ownId && kind !== 'system') {
      last = Math.max(last, seq);
    }
  }
  return last;
}

function newestSeq({ base, heard }: RoomState): number {
  let newest = base.lastSeq;
  for (const seq of heard.keys()) {
    newest = Math.max(newest, seq);
  }
  return newest;
}

function heardChange(state: RoomState, change: number, base: Room): RoomState {
  return {
    ...state,
    base: { ...base, lastChange: state.base.lastChange },
    lastChange: Math.max(state.lastChange, change),
    isBehind: state.isBehind || change > state.lastChange + 1,
  };
}

/** A tombstone does not tell whom the message had called, nor can anything be taken from "999 or more". */
function takesCountedBack({ base, lastReadSeq, counted }: RoomState, message: Message): boolean {
  const wasCounted = message.seq <= base.lastSeq && message.seq > lastReadSeq;
  return Boolean(message.deletedAt) && wasCounted && (counted.mentions > 0 || counted.unread >= MOST);
}

/** What everybody sees of a room, besides its messages. */
function sharedOf(room: SharedRoom) {
  const { name, topic, visibility, encryption, archivedAt, memberCount } = room;
  const { pictureUrl, posting, slowModeSeconds } = room;
  return {
    ...{ name, topic, visibility, encryption, archivedAt, memberCount },
    ...{ pictureUrl, posting, slowModeSeconds },
  };
}

/** Settings have no number: of an answer that is otherwise old they are still the latest. */
function withSettings(state: RoomState, { me }: Room): RoomState {
  const own = state.base.me;
  if (!me || !own) {
    return state;
  }
  const { notify, mutedUntil, favourite } = me;
  return { ...state, base: { ...state.base, me: { ...own, notify, mutedUntil, favourite } } };
}

function clamp(count: number): number {
  return Math.max(0, Math.min(MOST, count));
}
