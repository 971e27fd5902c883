import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs, Transactions } from '@parley/api-core';
import { FileReleases } from '@parley/api-files';
import { releaseFiles } from './deletion-jobs.js';
import { DeletionRepository } from './deletion.repository.js';

/** The picture and the uploads of who is gone. What is still in a message goes with that message. */
@Injectable()
export class LeftFiles implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly belongings: DeletionRepository,
    private readonly releases: FileReleases,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(releaseFiles, ({ payload: { userId, picture } }) =>
      this.transactions.run(async () => {
        await this.releases.release(await this.belongings.filesOf(userId));
        await this.releases.releaseBytes(picture === null ? [] : [picture]);
      }),
    );
  }
}
