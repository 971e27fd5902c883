import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError, Transactions } from '@parley/api-core';
import { type CreateInvite, type Invite, type InvitePreview, limits } from '@parley/contracts';
import { assertWritable } from '../room.policy.js';
import { RoomRepository } from '../room.repository.js';
import { RoomRoles } from '../room-roles.js';
import type { InviteEntity } from './invite.entity.js';
import { assertMayInvite, assertUsable } from './invite.policy.js';
import { InviteRepository } from './invite.repository.js';
import { InviteViews } from './invite-views.js';

/** Bytes of a token; 24 characters in base64. */
const TOKEN_BYTES = 18;

/** Links into rooms: who makes them, sees them and takes them back, and what they show. */
@Injectable()
export class InvitesService {
  constructor(
    private readonly invites: InviteRepository,
    private readonly rooms: RoomRepository,
    private readonly roles: RoomRoles,
    private readonly views: InviteViews,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `room.forbidden`, `room.archived`, `request.invalid`, `invite.too-many` */
  async create(roomId: string, wish: CreateInvite, { userId }: Actor): Promise<Invite> {
    const expiresAt = wish.expiresAt === undefined ? null : new Date(wish.expiresAt);
    assertInFuture(expiresAt);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    await this.transactions.runInTurn(roomId, async () => {
      const { room, role } = await this.roles.lock(roomId, userId);
      assertMayInvite(room, role);
      assertWritable(room, role);
      await this.invites.deleteSpent(roomId);
      if ((await this.invites.usable(roomId)).length >= limits.invite.perRoom) {
        throw new DomainError('invite.too-many');
      }
      const { maxUses = null } = wish;
      await this.invites.insert({ token, roomId, createdBy: userId, expiresAt, maxUses });
    });
    const [invite] = await this.views.of([await this.require(token)]);
    if (!invite) {
      throw new Error('What was just made is there');
    }
    return invite;
  }

  /** For those who may invite. @throws DomainError `room.forbidden` */
  async list(roomId: string, { userId }: Actor): Promise<Invite[]> {
    const { room, role } = await this.roles.find(roomId, userId);
    assertMayInvite(room, role);
    return this.views.of(await this.invites.usable(roomId));
  }

  /** Nobody comes in by it any more. @throws DomainError `invite.gone`, `room.forbidden` */
  async revoke(token: string, { userId }: Actor): Promise<void> {
    const { roomId } = await this.require(token);
    const { room, role } = await this.roles.find(roomId, userId);
    assertMayInvite(room, role);
    await this.invites.delete(token);
  }

  /** What the link shows to whoever has it. @throws DomainError `invite.gone` */
  async preview(token: string): Promise<InvitePreview> {
    const invite = await this.require(token);
    const room = await this.rooms.require(invite.roomId);
    return this.views.preview(invite, room);
  }

  private async require(token: string): Promise<InviteEntity> {
    const invite = await this.invites.find(token);
    assertUsable(invite);
    return invite;
  }
}

function assertInFuture(expiresAt: Date | null): void {
  if (expiresAt && expiresAt.getTime() <= Date.now()) {
    const detail = 'must be in the future';
    throw new DomainError('request.invalid', { errors: [{ pointer: '/expiresAt', detail }] });
  }
}
