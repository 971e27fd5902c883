import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import { type Client, FreshProof } from '@parley/api-auth';
import { Departures } from '@parley/api-rooms';
import type { DeleteAccount, DeletionPreview } from '@parley/contracts';
import { AccountEnding } from './account-ending.js';

/** What stands before the end of an account. */
@Injectable()
export class AccountDeletionService {
  constructor(
    private readonly proof: FreshProof,
    private readonly departures: Departures,
    private readonly ending: AccountEnding,
  ) {}

  async preview({ userId }: Actor): Promise<DeletionPreview> {
    return { rooms: await this.departures.orphanedBy(userId) };
  }

  /**
   * @throws DomainError `auth.invalid-credentials`, `auth.reauth-required`, `request.rate-limited`,
   *   `room.last-owner`
   */
  async delete({ password, mode }: DeleteAccount, actor: Actor, client: Client): Promise<void> {
    await (password === undefined
      ? this.proof.require(actor)
      : this.proof.renew(actor, { password }, client));
    const rooms = await this.departures.orphanedBy(actor.userId);
    if (rooms.length > 0) {
      const names = rooms.map(({ name }) => name).join(', ');
      throw new DomainError('room.last-owner', { detail: `Nobody else is an owner of ${names}` });
    }
    await this.ending.end(actor.userId, mode);
  }
}
