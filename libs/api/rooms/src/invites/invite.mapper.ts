import type { Invite, InvitePreview, User } from '@parley/contracts';
import { pictureUrl } from '@parley/api-core';
import type { RoomEntity } from '../room.entity.js';
import type { InviteEntity } from './invite.entity.js';

/** @param publicUrl where people open the client */
export function toInvite(row: InviteEntity, createdBy: User | null, publicUrl: string): Invite {
  return {
    token: row.token,
    url: new URL(`/invite/${row.token}`, publicUrl).href,
    roomId: row.roomId,
    createdBy,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    maxUses: row.maxUses,
    uses: row.uses,
  };
}

/** For people who are not in the room: what is not named here stays inside. */
export function toInvitePreview(
  { expiresAt }: InviteEntity,
  room: RoomEntity,
  invitedBy: User | null,
): InvitePreview {
  return {
    roomId: room.id,
    kind: room.kind === 'group' ? 'group' : 'channel',
    name: room.name,
    topic: room.topic,
    pictureUrl: pictureUrl(room.picture),
    memberCount: room.memberCount,
    archived: room.archivedAt !== null,
    invitedBy,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
