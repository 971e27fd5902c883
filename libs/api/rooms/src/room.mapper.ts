import type { Member, MemberChanged, Membership, Message, SharedRoom, User } from '@parley/contracts';
import { pictureUrl } from '@parley/api-core';
import type { MembershipEntity, RoomEntity } from './room.entity.js';
import type { MessageDigest } from './room-messages.js';

/** A room as it is for everybody in it: what is not named here stays inside. */
export function toSharedRoom(row: RoomEntity, lastMessage: Message | null): SharedRoom {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    topic: row.topic,
    visibility: row.visibility,
    encryption: null,
    memberCount: row.memberCount,
    lastSeq: row.lastSeq,
    lastChange: row.lastChange,
    lastMessage,
    pictureUrl: pictureUrl(row.picture),
    posting: row.posting,
    slowModeSeconds: row.slowModeSeconds,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  };
}

export function toMembership(row: MembershipEntity, { unread, mentions }: MessageDigest): Membership {
  return {
    role: row.role,
    joinedAt: row.joinedAt.toISOString(),
    lastReadSeq: row.lastReadSeq,
    lastDeliveredSeq: row.lastDeliveredSeq,
    unreadFrom: row.unreadFrom,
    unread,
    mentions,
    notify: row.notify,
    mutedUntil: row.mutedUntil?.toISOString() ?? null,
    favourite: row.favourite,
  };
}

export function toMember(row: MembershipEntity, user: User): Member {
  return { user, role: row.role, joinedAt: row.joinedAt.toISOString() };
}

export function toMemberChanged(
  row: MembershipEntity,
  user: User | undefined,
  memberCount: number,
): MemberChanged {
  const { roomId, userId, change } = row;
  return { roomId, change, userId, member: row.leftAt || !user ? null : toMember(row, user), memberCount };
}
