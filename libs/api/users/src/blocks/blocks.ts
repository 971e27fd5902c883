import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import { PeopleParted } from './block.events.js';
import { type BlockPlace, BlockRepository } from './block.repository.js';

/**
 * Who has blocked whom, for the features that keep such people apart. Most of what a block does holds for both
 * sides: so nobody can tell by it who has blocked whom.
 */
@Injectable()
export class Blocks {
  constructor(
    private readonly blocks: BlockRepository,
    private readonly transactions: Transactions,
  ) {}

  /** Everybody who has blocked this person, or whom they have blocked. */
  around(userId: string): Promise<string[]> {
    return this.blocks.around(userId);
  }

  async areApart(userId: string, otherId: string): Promise<boolean> {
    return (await this.blocks.between(userId, [otherId])).length > 0;
  }

  /** @throws DomainError `user.blocked` when there is a block between this person and one of the others */
  async assertNoneBetween(userId: string, others: readonly string[]): Promise<void> {
    if (others.length > 0 && (await this.blocks.between(userId, others)).length > 0) {
      throw new DomainError('user.blocked');
    }
  }

  isBlocking(blockerId: string, blockedId: string): Promise<boolean> {
    return this.blocks.isBlocking(blockerId, blockedId);
  }

  /** Belongs into a transaction. Once, however often it is asked for. */
  async begin(blockerId: string, blockedId: string): Promise<void> {
    if (await this.blocks.add(blockerId, blockedId)) {
      this.transactions.publish(new PeopleParted(blockerId, blockedId));
    }
  }

  end(blockerId: string, blockedId: string): Promise<void> {
    return this.blocks.remove(blockerId, blockedId);
  }

  /** Whom this person has blocked, the last one first. */
  page(blockerId: string, after: BlockPlace | undefined, limit: number) {
    return this.blocks.page(blockerId, after, limit);
  }
}
