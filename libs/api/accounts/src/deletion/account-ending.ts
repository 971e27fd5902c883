import { Injectable } from '@nestjs/common';
import { Jobs, Transactions } from '@parley/api-core';
import { SessionsEnded } from '@parley/api-auth';
import { Departures } from '@parley/api-rooms';
import { Accounts } from '@parley/api-users';
import type { DeletionMode } from '@parley/contracts';
import { leaveRoom, releaseFiles, withdrawPosts } from './deletion-jobs.js';
import { DeletionRepository } from './deletion.repository.js';

/** Ends accounts. The person is gone at once; what they said follows in jobs, which survive a crash. */
@Injectable()
export class AccountEnding {
  constructor(
    private readonly accounts: Accounts,
    private readonly belongings: DeletionRepository,
    private readonly departures: Departures,
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
  ) {}

  /** Once: an account that is gone already is not there any more. @throws DomainError `user.not-found` */
  end(userId: string, mode: DeletionMode): Promise<void> {
    return this.transactions.run(async () => {
      const { avatar } = await this.accounts.close(userId);
      const sessions = await this.belongings.openSessions(userId);
      await this.belongings.removeBelongings(userId);
      for (const roomId of await this.departures.everEntered(userId)) {
        await this.jobs.add(leaveRoom, { userId, roomId, mode }, `${userId} ${roomId}`);
      }
      await this.jobs.add(withdrawPosts, { userId, mode }, userId);
      await this.jobs.add(releaseFiles, { userId, picture: avatar }, userId);
      this.transactions.publish(new SessionsEnded(sessions));
    });
  }
}
