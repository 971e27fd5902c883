import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import type { Repository } from 'typeorm';
import { InviteEntity } from './invite.entity.js';

export type NewInvite = Pick<InviteEntity, 'token' | 'roomId' | 'createdBy' | 'expiresAt' | 'maxUses'>;

@Injectable()
export class InviteRepository {
  constructor(private readonly transactions: Transactions) {}

  find(token: string): Promise<InviteEntity | null> {
    return this.table.findOneBy({ token });
  }

  /** Those of a room that still let people in, the newest first. */
  usable(roomId: string): Promise<InviteEntity[]> {
    return this.table
      .createQueryBuilder('invite')
      .where('invite.roomId = :roomId', { roomId })
      .andWhere('(invite.expiresAt IS NULL OR invite.expiresAt > now())')
      .andWhere('(invite.maxUses IS NULL OR invite.uses < invite.maxUses)')
      .orderBy('invite.createdAt', 'DESC')
      .addOrderBy('invite.token')
      .getMany();
  }

  async insert(invite: NewInvite): Promise<void> {
    await this.table.insert(invite);
  }

  /** One more person came in by it. Belongs under the lock of the room. */
  async use(token: string): Promise<void> {
    await this.table.increment({ token }, 'uses', 1);
  }

  async delete(token: string): Promise<void> {
    await this.table.delete({ token });
  }

  /** What lets nobody in any more. */
  async deleteSpent(roomId: string): Promise<void> {
    await this.transactions.manager.query(
      `DELETE FROM invites WHERE room_id = $1 AND (expires_at <= now() OR uses >= max_uses)`,
      [roomId],
    );
  }

  private get table(): Repository<InviteEntity> {
    return this.transactions.repository(InviteEntity);
  }
}
