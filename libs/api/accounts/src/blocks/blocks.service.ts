import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, DomainError, readPage, Transactions } from '@parley/api-core';
import { FollowsService } from '@parley/api-posts';
import { Blocks, UserDirectory } from '@parley/api-users';
import type { PageQuery, UserPage } from '@parley/contracts';

/** Whom somebody wants to have nothing to do with. */
@Injectable()
export class BlocksService {
  constructor(
    private readonly blocks: Blocks,
    private readonly follows: FollowsService,
    private readonly users: UserDirectory,
    private readonly transactions: Transactions,
    private readonly cursors: Cursors,
  ) {}

  /** @throws DomainError `user.not-found`; nobody blocks themselves */
  block(id: string, { userId }: Actor): Promise<void> {
    return this.transactions.run(async () => {
      await this.users.requireAll([id]);
      if (id === userId) {
        throw new DomainError('request.invalid', { detail: 'Nobody blocks themselves' });
      }
      await this.blocks.begin(userId, id);
      await this.follows.endBetween(userId, id);
    });
  }

  /** Whom one has not blocked one has not blocked afterwards either. */
  unblock(id: string, { userId }: Actor): Promise<void> {
    return this.blocks.end(userId, id);
  }

  /** @throws DomainError `request.invalid-cursor` */
  async page(query: PageQuery, { userId }: Actor): Promise<UserPage> {
    const { rows, nextCursor } = await readPage(this.cursors, `blocks?of=${userId}`, query, {
      read: (limit, after) => {
        const place = after && { createdAt: String(after[0]), userId: String(after[1]) };
        return this.blocks.page(userId, place, limit);
      },
      keyOf: (row) => [row.createdAt.toISOString(), row.userId],
    });
    const people = await this.users.byIds(rows.map((row) => row.userId));
    return { items: rows.flatMap((row) => people.get(row.userId) ?? []), nextCursor };
  }
}
