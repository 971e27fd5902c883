import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { nullIfMissing, rethrowIfFull } from '../store/storage-errors.js';

/** `DATA_DIR/uploads`: where bytes are until it is known what they are. */
@Injectable()
export class TemporaryFiles {
  private readonly directory: string;

  constructor({ DATA_DIR }: AppConfig) {
    this.directory = join(DATA_DIR, 'uploads');
  }

  /** Gives `work` a path where nothing is yet, and takes away what is there afterwards. */
  async with<T>(work: (path: string) => Promise<T>): Promise<T> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const path = join(this.directory, `${randomUUID()}.part`);
    try {
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  /** @throws DomainError `server.storage-full`, or whatever broke the stream off */
  async write(path: string, stream: Readable): Promise<void> {
    await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 })).catch(rethrowIfFull);
  }

  /** What servers have left behind that were killed. */
  async sweep(before: Date): Promise<void> {
    const options = { recursive: true } as const;
    for (const name of (await readdir(this.directory, options).catch(nullIfMissing)) ?? []) {
      const path = join(this.directory, name);
      const status = await stat(path).catch(nullIfMissing);
      if (status?.isFile() && status.mtime < before) {
        await rm(path, { force: true });
      }
    }
  }
}
