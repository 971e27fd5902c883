import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { FileRecord } from '@parley/api-files';
import type { SendMessageCommand } from '@parley/contracts';
import { MessageFileRepository } from './files/message-file.repository.js';
import { MessageRepository } from './message.repository.js';
import { MessageWriter } from './write/message-writer.js';
import type { Written } from './write/write-command.js';

/** The beginning of every message, whichever way it comes in. */
@Injectable()
export class MessageSendingService {
  constructor(
    private readonly writer: MessageWriter,
    private readonly files: MessageFileRepository,
    private readonly messages: MessageRepository,
  ) {}

  /** Writes a message once, however often it is sent. @throws DomainError `file.not-found` */
  async send(command: SendMessageCommand, { userId }: Actor): Promise<Written> {
    const { id, fileIds = [] } = command;
    const files = fileIds.length === 0 ? [] : await this.filesOf(id, fileIds, userId);
    return this.writer.write({ ...command, files, authorId: userId });
  }

  /** In their order. */
  private async filesOf(id: string, fileIds: readonly string[], userId: string): Promise<FileRecord[]> {
    const sendable = new Map((await this.files.sendableBy(userId, fileIds)).map((file) => [file.id, file]));
    const files = fileIds.flatMap((fileId) => sendable.get(fileId) ?? []);
    // Of a message that was written before and deleted since the files are gone; it is answered all the same.
    if (files.length < fileIds.length && !(await this.messages.find(id))) {
      throw new DomainError('file.not-found');
    }
    return files;
  }
}
