import { Injectable } from '@nestjs/common';
import { DomainError, isForeignKeyViolation, Transactions } from '@parley/api-core';
import type { FileInfo } from '@parley/contracts';
import { KeptBytes } from '../bytes/kept-bytes.js';
import { FileEntity } from '../file.entity.js';
import { FileRepository } from '../file.repository.js';
import { toFileRecord } from '../file-record.js';
import { FileUrls } from '../file-urls.js';
import type { ByteSource } from '../store/file-store.js';
import { FileQuota } from './file-quota.js';

export type NewFile = Omit<FileEntity, 'createdAt'>;

/** Keeps what was found to be a file: first the bytes, then the row, so that no row is without its bytes. */
@Injectable()
export class FileKeeper {
  constructor(
    private readonly files: FileRepository,
    private readonly bytes: KeptBytes,
    private readonly quota: FileQuota,
    private readonly urls: FileUrls,
    private readonly transactions: Transactions,
  ) {}

  /** @throws DomainError `file.quota-exceeded`, `server.storage-full` */
  async keep(file: NewFile, source: ByteSource): Promise<FileInfo> {
    await this.quota.assertRoomFor(file.ownerId, file.size);
    await this.bytes.keep(file.sha256, source);
    try {
      return await this.transactions.run(() => this.insert(file));
    } catch (error) {
      // The last use of the same bytes went a moment ago, and they with it.
      throw isForeignKeyViolation(error)
        ? new DomainError('server.unavailable', { retryAfterMs: 1_000, cause: error })
        : error;
    }
  }

  private async insert(file: NewFile): Promise<FileInfo> {
    // Their owner keeps nothing else until this is committed.
    await this.files.lockOwner(file.ownerId);
    await this.quota.assertRoomFor(file.ownerId, file.size);
    await this.files.insert(file);
    return this.urls.toFileInfo(toFileRecord(file));
  }
}
