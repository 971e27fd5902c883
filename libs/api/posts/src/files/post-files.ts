import { Injectable } from '@nestjs/common';
import { DomainError } from '@parley/api-core';
import { type FileRecord, FileReleases } from '@parley/api-files';
import type { CreatePost } from '@parley/contracts';
import { PostFileRepository } from './post-file.repository.js';

/** The files of posts. */
@Injectable()
export class PostFiles {
  constructor(
    private readonly files: PostFileRepository,
    private readonly releases: FileReleases,
  ) {}

  /**
   * What is shown of the files that somebody wants to publish, in their order.
   * @throws DomainError `file.not-found` for what they have not uploaded
   */
  async ofWish(
    { fileIds = [], fileDescriptions = [] }: CreatePost,
    ownerId: string,
  ): Promise<FileRecord[] | null> {
    if (fileIds.length === 0) {
      return null;
    }
    const records = new Map((await this.files.ownedBy(ownerId, fileIds)).map((one) => [one.id, one]));
    return fileIds.map((id, index) => {
      const record = records.get(id);
      const description = fileDescriptions[index]?.trim();
      if (!record) {
        throw new DomainError('file.not-found');
      }
      return { ...record, ...(description && { description }) };
    });
  }

  async attach(postId: string, files: readonly FileRecord[] | null): Promise<void> {
    if (files) {
      await this.files.attach(
        postId,
        files.map(({ id }) => id),
      );
    }
  }

  /** With a post that is deleted. */
  async release(postId: string): Promise<void> {
    const ids = await this.files.detach(postId);
    if (ids.length > 0) {
      await this.releases.release(ids);
    }
  }
}
