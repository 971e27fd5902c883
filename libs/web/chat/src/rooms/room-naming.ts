import type { Room, User } from '@parley/contracts';

/** What a room is called: rooms between people without a name are called after the others in it. */
export function titleOf({ name, peers, kind }: Pick<Room, 'name' | 'peers' | 'kind'>): string {
  return name || peers.map(({ displayName }) => displayName).join(', ') || (kind === 'channel' ? '#' : '…');
}

/** Whose picture a room has: the other person's, or one of its own made of its name. */
export function pictureOf(room: Room): Pick<User, 'id' | 'displayName'> & Partial<User> {
  const [peer] = room.peers;
  return room.kind === 'direct' && peer
    ? peer
    : { id: room.id, displayName: titleOf(room), avatarUrl: room.pictureUrl };
}

/** The beginning of a message as plain text on one line. */
export function excerptOf(body: string): string {
  return body
    .slice(0, 300)
    .replace(/```\w*|(?<!\w)[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}(?!\w)/g, '')
    .replace(/^\s*(>|[-*+]\s|\d+\.\s)\s*/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 140);
}
