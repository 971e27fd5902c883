import { DomainError } from '@parley/api-core';
import { limits } from '@parley/contracts';
import type { RoomEntity } from '../room.entity.js';
import { assertReadable, isModerator, type RoleOrNone } from '../room.policy.js';
import type { InviteEntity } from './invite.entity.js';

type Room = Pick<RoomEntity, 'kind' | 'visibility' | 'archivedAt' | 'memberCount'>;
type Invite = Pick<InviteEntity, 'expiresAt' | 'maxUses' | 'uses'>;

/** Everybody invites into groups, moderators into rooms; two people stay among themselves. @throws DomainError */
export function assertMayInvite<R extends Room>(room: R | null, role: RoleOrNone): asserts room is R {
  assertReadable(room, role);
  const mayInvite = room.kind === 'group' || (room.kind === 'channel' && isModerator(role));
  if (!mayInvite) {
    throw new DomainError('room.forbidden');
  }
}

/** Nobody comes into an archived room, nor do more people fit into a group than it holds. @throws DomainError */
export function assertHasSeat({ kind, archivedAt, memberCount }: Omit<Room, 'visibility'>): void {
  if (archivedAt) {
    throw new DomainError('room.archived');
  }
  if (kind === 'group' && memberCount >= limits.room.groupMembers) {
    throw new DomainError('room.full');
  }
}

/** Whoever invents a token hears the same as who comes too late. @throws DomainError `invite.gone` */
export function assertUsable<I extends Invite>(invite: I | null, now = Date.now()): asserts invite is I {
  if (!invite || isUsedUp(invite) || isOver(invite, now)) {
    throw new DomainError('invite.gone');
  }
}

function isUsedUp({ maxUses, uses }: Invite): boolean {
  return maxUses !== null && uses >= maxUses;
}

function isOver({ expiresAt }: Invite, now: number): boolean {
  return expiresAt !== null && expiresAt.getTime() <= now;
}
