import { randomUUID } from 'node:crypto';
import type { Transactions } from '@parley/api-core';
import { userEntities } from '@parley/api-users/testing';
import type { DataSource } from 'typeorm';
import { RoomAccess } from './room-access.js';
import { MembershipEntity, RoomEntity } from './room.entity.js';
import { RoomRepository } from './room.repository.js';

export const roomEntities = [...userEntities, RoomEntity, MembershipEntity];

/** A private room as a test needs it; the members have accounts. */
export async function insertRoom(
  database: DataSource,
  { members, ...wishes }: { members: string[] } & Partial<RoomEntity>,
): Promise<string> {
  const id = randomUUID();
  await database
    .getRepository(RoomEntity)
    .insert({ id, kind: 'channel', name: `room ${id}`, visibility: 'private', fingerprint: '', ...wishes });
  await database
    .getRepository(MembershipEntity)
    .insert(members.map((userId) => ({ roomId: id, userId, change: 0 })));
  return id;
}

/** The real thing, for integration tests that do without NestJS. */
export function roomAccess(transactions: Transactions): RoomAccess {
  return new RoomAccess(new RoomRepository(transactions));
}
