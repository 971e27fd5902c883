import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, DomainError } from '@parley/api-core';
import type { FileInfo } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { KeptBytes } from '../bytes/kept-bytes.js';
import { Images } from '../images/images.js';
import { contentTypeOf } from './content-type.js';
import { toFileName, withEnding } from './file-name.js';
import { FileKeeper, type NewFile } from './file-keeper.js';
import { FileQuota } from './file-quota.js';
import { sha256Of } from './sha256-of.js';
import { TemporaryFiles } from './temporary-files.js';
import type { IncomingUpload, UploadWishes } from './upload.js';

/** The way of every file into the store: what it is, is found out here, and only here. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly temporary: TemporaryFiles,
    private readonly images: Images,
    private readonly quota: FileQuota,
    private readonly bytes: KeptBytes,
    private readonly keeper: FileKeeper,
  ) {}

  /** @throws DomainError `file.quota-exceeded`, `file.unreadable`, `server.storage-full` */
  async receive({ stream, ...wishes }: IncomingUpload, actor: Actor): Promise<FileInfo> {
    // Before anything is written: one byte more is too much for who has no room.
    await this.quota.assertRoomFor(actor.userId, 1);
    return this.temporary.with(async (path) => {
      await this.temporary.write(path, stream);
      return this.take(path, wishes, actor);
    });
  }

  /** Of bytes that are here already. The file at the path may be taken away. @throws DomainError as `receive` */
  async take(path: string, wishes: UploadWishes, { userId }: Actor): Promise<FileInfo> {
    if ((await stat(path)).size === 0) {
      throw new DomainError('file.unreadable', { detail: 'The file is empty' });
    }
    const mime = await contentTypeOf(path, wishes.mime);
    const name = toFileName(wishes.name);
    const about = { id: uuidv7(), ownerId: userId, durationMs: wishes.durationMs ?? null };
    return this.images.isImage(mime)
      ? this.temporary.with((target) => this.takeImage({ path, target }, { ...about, name, mime }))
      : this.keeper.keep(
          {
            ...{ ...about, name, mime, sha256: await sha256Of(path), size: (await stat(path)).size },
            ...{ width: null, height: null, thumbhash: null, previewSha256: null },
          },
          { path },
        );
  }

  private async takeImage(
    { path, target }: { path: string; target: string },
    file: Pick<NewFile, 'id' | 'ownerId' | 'name' | 'mime'>,
  ): Promise<FileInfo> {
    const { mime, ending, width, height, preview, thumbhash } = await this.images.encode(
      file.mime,
      path,
      target,
    );
    return this.keeper.keep(
      {
        ...{ ...file, mime, width, height, thumbhash, durationMs: null },
        name: withEnding(file.name, ending),
        sha256: await sha256Of(target),
        size: (await stat(target)).size,
        previewSha256: await this.bytes.put(preview),
      },
      { path: target },
    );
  }
}
