import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { UserDirectory } from '@parley/api-users';
import type { Invite, InvitePreview } from '@parley/contracts';
import type { RoomEntity } from '../room.entity.js';
import type { InviteEntity } from './invite.entity.js';
import { toInvite, toInvitePreview } from './invite.mapper.js';

/** Invites as people see them, with who made them. */
@Injectable()
export class InviteViews {
  constructor(
    private readonly users: UserDirectory,
    private readonly config: AppConfig,
  ) {}

  async of(invites: readonly InviteEntity[]): Promise<Invite[]> {
    const makers = await this.makersOf(invites);
    return invites.map((invite) =>
      toInvite(invite, makers.get(invite.createdBy ?? '') ?? null, this.config.PUBLIC_URL),
    );
  }

  async preview(invite: InviteEntity, room: RoomEntity): Promise<InvitePreview> {
    const makers = await this.makersOf([invite]);
    return toInvitePreview(invite, room, makers.get(invite.createdBy ?? '') ?? null);
  }

  private makersOf(invites: readonly InviteEntity[]) {
    return this.users.byIds(invites.flatMap(({ createdBy }) => createdBy ?? []));
  }
}
