import { Injectable } from '@nestjs/common';
import { DomainError, Transactions } from '@parley/api-core';
import type { FileInfo } from '@parley/contracts';
import { FileEntity } from '../file.entity.js';
import { FileRepository } from '../file.repository.js';
import { toFileRecord } from '../file-record.js';
import { FileUrls } from '../file-urls.js';
import { type ByteSource, FileStore } from '../store/file-store.js';
import { FileQuota } from './file-quota.js';

export type NewFile = Omit<FileEntity, 'createdAt'>;

/** Keeps what was found to be a file: first the bytes, then the row, so that no row is without its bytes. */
@Injectable()
export class FileKeeper {
  constructor(
    private readonly files: FileRepository,
    private readonly store: FileStore,
    private readonly quota: FileQuota,
    private readonly urls: FileUrls,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `file.quota-exceeded`, `server.storage-full` */
  async keep(file: NewFile, source: ByteSource): Promise<FileInfo> {
    const { ownerId, sha256, previewSha256, size } = file;
    await this.quota.assertRoomFor(ownerId, size);
    await this.store.keep(sha256, source);
    const hashes = [sha256, ...(previewSha256 === null ? [] : [previewSha256])];
    return this.transactions.run(async () => {
      // Nobody removes the bytes, and the owner keeps nothing else, until this is committed.
      await this.files.lock([ownerId, ...hashes]);
      await this.quota.assertRoomFor(ownerId, size);
      await this.assertKept(hashes);
      await this.files.insert(file);
      return this.urls.toFileInfo(toFileRecord(file));
    });
  }

  /** The last use of the same bytes may have gone a moment ago, and they with it. */
  private async assertKept(hashes: readonly string[]): Promise<void> {
    for (const hash of hashes) {
      if (!(await this.store.has(hash))) {
        throw new DomainError('server.unavailable', { retryAfterMs: 1_000 });
      }
    }
  }
}
