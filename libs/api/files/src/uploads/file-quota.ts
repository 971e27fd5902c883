import { Injectable } from '@nestjs/common';
import { AppConfig, DomainError } from '@parley/api-core';
import { FileRepository } from '../file.repository.js';

const MEGABYTE = 1024 * 1024;

/** How much somebody may keep here. */
@Injectable()
export class FileQuota {
  private readonly bytes: number;

  constructor(
    { FILE_QUOTA_MB }: AppConfig,
    private readonly files: FileRepository,
  ) {
    this.bytes = FILE_QUOTA_MB * MEGABYTE;
  }

  /** @throws DomainError `file.quota-exceeded` when there is no room for so many bytes more */
  async assertRoomFor(ownerId: string, bytes: number): Promise<void> {
    if ((await this.files.sizeOf(ownerId)) + bytes > this.bytes) {
      throw new DomainError('file.quota-exceeded');
    }
  }
}
