import { Injectable } from '@nestjs/common';
import { Jobs } from '@parley/api-core';
import { FileRepository } from '../file.repository.js';
import { BYTES_RELEASED } from './file-jobs.js';

/** How files go: their rows at once, their bytes after the commit. */
@Injectable()
export class FileReleases {
  constructor(
    private readonly files: FileRepository,
    private readonly jobs: Jobs,
  ) {}

  /** Inside of the transaction that takes them away from where they were. Those that something uses stay. */
  async release(ids: readonly string[]): Promise<void> {
    await this.releaseBytes(await this.files.removeUnused(ids));
  }

  /** Bytes that something else uses stay. */
  async releaseBytes(hashes: readonly string[]): Promise<void> {
    if (hashes.length > 0) {
      await this.jobs.add(BYTES_RELEASED, { hashes: [...hashes] });
    }
  }
}
