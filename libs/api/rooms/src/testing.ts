import { randomUUID } from 'node:crypto';
import { userEntities } from '@parley/api-users/testing';
import type { DataSource } from 'typeorm';
import { InviteEntity } from './invites/invite.entity.js';
import { ReceiptMoveEntity } from './receipts/receipt-move.entity.js';
import { MembershipEntity, RoomEntity } from './room.entity.js';

export { MarkerRepository } from './receipts/marker.repository.js';

export const roomEntities = [...userEntities, RoomEntity, MembershipEntity, InviteEntity, ReceiptMoveEntity];

/** A private room as a test needs it; the members have accounts. */
export async function insertRoom(
  database: DataSource,
  { members, ...wishes }: { members: string[] } & Partial<RoomEntity>,
): Promise<string> {
  const id = randomUUID();
  await database.getRepository(RoomEntity).insert({
    ...{ id, kind: 'channel', name: `room ${id}`, visibility: 'private', fingerprint: '' },
    ...{ memberCount: members.length, ...wishes },
  });
  await database
    .getRepository(MembershipEntity)
    .insert(members.map((userId) => ({ roomId: id, userId, change: 0 })));
  return id;
}
