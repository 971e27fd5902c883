import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { type ByteRange, type ByteSource, FileStore, isHash } from './file-store.js';
import { TemporaryFiles } from '../uploads/temporary-files.js';
import { nullIfMissing, rethrowIfFull } from './storage-errors.js';

/** Bytes in `DATA_DIR/files`. */
@Injectable()
export class DiskStore extends FileStore {
  private readonly directory: string;

  constructor(
    { DATA_DIR }: AppConfig,
    private readonly temporary: TemporaryFiles,
  ) {
    super();
    this.directory = join(DATA_DIR, 'files');
  }

  async keep(hash: string, source: ByteSource): Promise<void> {
    const path = this.pathOf(hash);
    if (!(await this.has(hash))) {
      await this.write(path, source).catch(rethrowIfFull);
    }
  }

  async has(hash: string): Promise<boolean> {
    return isHash(hash) && (await stat(this.pathOf(hash)).catch(nullIfMissing)) !== null;
  }

  async read(hash: string): Promise<Buffer | null> {
    return isHash(hash) ? readFile(this.pathOf(hash)).catch(nullIfMissing) : null;
  }

  async open(hash: string, range?: ByteRange): Promise<Readable | null> {
    const file = isHash(hash) ? await open(this.pathOf(hash), 'r').catch(nullIfMissing) : null;
    return file?.createReadStream(range) ?? null;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  private async write(path: string, source: ByteSource): Promise<void> {
    if ('path' in source) {
      await moveInto(path, source.path);
    } else {
      await this.temporary.with(async (unfinished) => {
        await writeFile(unfinished, source.bytes, { flag: 'wx', mode: 0o600 });
        await moveInto(path, unfinished);
      });
    }
  }

  /** In folders by the beginning of the hash: none of them gets too large to list. */
  private pathOf(hash: string): string {
    return join(this.directory, hash.slice(0, 2), hash.slice(2));
  }
}

/** The bytes are on the disk before the name is: a crash leaves no file that is not whole. */
async function moveInto(path: string, from: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await flush(from, 'r+');
  await rename(from, path);
  // So that the name outlives a crash as well.
  await flush(dirname(path), 'r');
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
