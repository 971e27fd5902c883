import { Injectable } from '@nestjs/common';
import type { Actor } from '@parley/api-core';
import type { MessageEdits } from '@parley/contracts';
import { MessageVersions } from '../message-versions.js';
import { EditRepository } from './edit.repository.js';

/** What messages said before they were edited. With a message it goes. */
@Injectable()
export class EditHistoryService {
  constructor(
    private readonly edits: EditRepository,
    private readonly versions: MessageVersions,
  ) {}

  /** @throws DomainError `message.not-found`, `room.not-a-member` */
  async of(id: string, actor: Actor): Promise<MessageEdits> {
    const rows = await this.edits.of(await this.versions.requireReadable(id, actor));
    const items = rows.map(({ body, writtenAt }) => ({ body, writtenAt: writtenAt.toISOString() }));
    return { items };
  }
}
