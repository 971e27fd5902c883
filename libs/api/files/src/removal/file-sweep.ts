import { Injectable } from '@nestjs/common';
import { Transactions } from '@parley/api-core';
import { KeptBytes } from '../bytes/kept-bytes.js';
import { StoredBytesRepository } from '../bytes/stored-bytes.repository.js';
import { FileRepository } from '../file.repository.js';
import { FileReleases } from './file-releases.js';

const AT_ONCE = 200;

/** Removes what nobody put to use: uploads in no message, pictures that were replaced, what a crash left behind. */
@Injectable()
export class FileSweep {
  constructor(
    private readonly files: FileRepository,
    private readonly notes: StoredBytesRepository,
    private readonly bytes: KeptBytes,
    private readonly releases: FileReleases,
    private readonly transactions: Transactions,
  ) {}

  /** @param before what came after this may still be put to use */
  async sweep(before: Date): Promise<void> {
    await inBatches((after) => this.releaseSome(before, after));
    await inBatches((after) => this.removeSome(before, after));
  }

  private async releaseSome(before: Date, after: string): Promise<string[]> {
    const ids = await this.files.unused(before, after, AT_ONCE);
    await this.transactions.run(() => this.releases.release(ids));
    return ids;
  }

  private async removeSome(before: Date, after: string): Promise<string[]> {
    const hashes = await this.notes.unused(before, after, AT_ONCE);
    await this.bytes.removeUnused(hashes);
    return hashes;
  }
}

/** @param work does some that come after a name, in their order, and says which; none at the end */
async function inBatches(work: (after: string) => Promise<string[]>): Promise<void> {
  let done = await work('');
  for (let last = done.at(-1); last !== undefined; last = done.at(-1)) {
    done = await work(last);
  }
}
