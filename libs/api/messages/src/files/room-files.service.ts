import { Injectable } from '@nestjs/common';
import { type Actor, Cursors, readPage } from '@parley/api-core';
import { FileUrls } from '@parley/api-files';
import { RoomAccess } from '@parley/api-rooms';
import { UserDirectory } from '@parley/api-users';
import type { RoomFile, RoomFilePage, RoomFilesQuery } from '@parley/contracts';
import { type RoomFileRow, RoomFileRepository } from './room-file.repository.js';

/** What people have shared in a room. */
@Injectable()
export class RoomFilesService {
  constructor(
    private readonly files: RoomFileRepository,
    private readonly rooms: RoomAccess,
    private readonly users: UserDirectory,
    private readonly urls: FileUrls,
    private readonly cursors: Cursors,
  ) {}

  async page(roomId: string, query: RoomFilesQuery, { userId }: Actor): Promise<RoomFilePage> {
    await this.rooms.requireReader(roomId, userId);
    const { kind } = query;
    const { rows, nextCursor } = await readPage(this.cursors, `files ${roomId} ${kind ?? ''}`, query, {
      read: (limit, after) => this.files.newest(roomId, { kind, limit, after }),
      keyOf: ({ seq, place }) => [seq, place],
    });
    const users = await this.users.authors(rows.map(({ authorId }) => authorId));
    return { items: rows.map((row) => this.toRoomFile(row)), users, nextCursor };
  }

  private toRoomFile({ file, messageId, seq, authorId, createdAt }: RoomFileRow): RoomFile {
    return {
      ...{ file: this.urls.toFileInfo(file), messageId, seq, authorId },
      createdAt: createdAt.toISOString(),
    };
  }
}
