import type { Room } from '@parley/contracts';
import { folded } from '../text/folded';
import { titleOf } from './room-naming';

export type SectionName = 'favourites' | 'direct' | 'rooms' | 'archived';

export interface RoomSection {
  name: SectionName;
  rooms: readonly Room[];
}

/** The list as it is shown: what was active last comes first; sections without a room are left out. */
export function sectionsOf(rooms: readonly Room[], filter: string): readonly RoomSection[] {
  const wanted = folded(filter);
  const matching = rooms.filter((room) => room.me && (!wanted || folded(namesOf(room)).includes(wanted)));
  const sorted = matching.sort((a, b) => activityOf(b) - activityOf(a));
  const names: readonly SectionName[] = ['favourites', 'direct', 'rooms', 'archived'];
  return names
    .map((name) => ({ name, rooms: sorted.filter((room) => sectionOf(room) === name) }))
    .filter((section) => section.rooms.length > 0);
}

/** The nearest room with something unread, going round; null when there is none besides the current one. */
export function nextUnread(rooms: readonly Room[], current: string | null, step: 1 | -1): Room | null {
  const start = rooms.findIndex(({ id }) => id === current);
  for (let distance = 1; distance <= rooms.length; distance += 1) {
    const from = start < 0 && step < 0 ? 0 : start;
    const room = rooms[(from + step * distance + rooms.length * 2) % rooms.length];
    if (room && isUnread(room) && room.id !== current) {
      return room;
    }
  }
  return null;
}

export function isMuted(room: Room, now: number): boolean {
  const until = room.me?.mutedUntil;
  return until !== null && until !== undefined && Date.parse(until) > now;
}

/** Whether the person wants to hear nothing of a room, for now or for ever. */
export function isQuiet(room: Room, now: number): boolean {
  return isMuted(room, now) || room.me?.notify === 'none';
}

/** Whether there is something new, or what the person marked to be read again. */
export function isUnread({ me }: Room): boolean {
  return me !== null && (me.unread > 0 || me.unreadFrom !== null);
}

/** Whether a room wants to be looked at. */
export function isCalling(room: Room, now: number): boolean {
  if (!room.me || room.archivedAt || isQuiet(room, now)) {
    return false;
  }
  const isMarked = room.me.unreadFrom !== null;
  return room.me.notify === 'mentions' ? room.me.mentions > 0 || isMarked : isUnread(room);
}

function sectionOf(room: Room): SectionName {
  if (room.archivedAt) {
    return 'archived';
  }
  if (room.me?.favourite) {
    return 'favourites';
  }
  return room.kind === 'channel' ? 'rooms' : 'direct';
}

function activityOf({ lastMessage, createdAt, me }: Room): number {
  return Date.parse(lastMessage?.createdAt ?? me?.joinedAt ?? createdAt);
}

function namesOf(room: Room): string {
  return `${titleOf(room)} ${room.peers.map(({ username }) => username).join(' ')}`;
}
