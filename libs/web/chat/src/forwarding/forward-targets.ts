import type { Room, User } from '@parley/contracts';
import { pictureOf, titleOf } from '../rooms/room-naming';
import { folded } from '../text/folded';

/** Where a message can be passed on to: a room that one is in, or somebody one has not written to yet. */
export interface ForwardTarget {
  /** Of the room or of the person. */
  readonly id: string;
  readonly kind: 'room' | 'person';
  readonly title: string;
  /** The user name of who is meant; empty for rooms of more people. */
  readonly username: string;
  readonly picture: Pick<User, 'id' | 'displayName'> & Partial<User>;
  readonly isSquare: boolean;
}

/** The rooms in which the person may write, the one that was active last first. */
export function roomTargets(rooms: readonly Room[]): readonly ForwardTarget[] {
  return rooms
    .filter(mayWriteIn)
    .sort((a, b) => activityOf(b) - activityOf(a))
    .map((room) => ({
      id: room.id,
      kind: 'room',
      title: titleOf(room),
      username: room.kind === 'direct' ? (room.peers[0]?.username ?? '') : '',
      picture: pictureOf(room),
      isSquare: room.kind !== 'direct',
    }));
}

/** People with whom there is no direct room among these. */
export function personTargets(people: readonly User[], rooms: readonly Room[]): readonly ForwardTarget[] {
  const known = new Set(
    rooms.flatMap(({ kind, peers }) => (kind === 'direct' ? peers.map(({ id }) => id) : [])),
  );
  return people
    .filter(({ id, deleted }) => !deleted && !known.has(id))
    .map((user) => ({
      id: user.id,
      kind: 'person',
      title: user.displayName,
      username: user.username,
      picture: user,
      isSquare: false,
    }));
}

export function matchingTargets(targets: readonly ForwardTarget[], query: string): readonly ForwardTarget[] {
  const wanted = folded(query);
  return targets.filter(({ title, username }) => folded(`${title} ${username}`).includes(wanted));
}

function mayWriteIn({ archivedAt, me, posting }: Room): boolean {
  return me !== null && archivedAt === null && (posting === 'everyone' || me.role !== 'member');
}

function activityOf({ lastMessage, createdAt }: Room): number {
  return Date.parse(lastMessage?.createdAt ?? createdAt);
}
