import { Injectable } from '@nestjs/common';
import { FileReleases } from '@parley/api-files';
import { MessageFileRepository } from './files/message-file.repository.js';
import { MessageRepository } from './message.repository.js';
import type { MessageRow } from './message.row.js';

/** What is left of a message that goes: its number, and nothing that was said or shown. */
@Injectable()
export class MessageRemains {
  constructor(
    private readonly messages: MessageRepository,
    private readonly files: MessageFileRepository,
    private readonly releases: FileReleases,
  ) {}

  /** Belongs into the transaction that numbers the tombstone. */
  async bury(row: MessageRow): Promise<void> {
    await this.messages.bury(row);
    await this.releaseFiles(row);
  }

  async releaseFiles(row: MessageRow): Promise<void> {
    if (row.files) {
      await this.releases.release(await this.files.detach(row));
    }
  }
}
