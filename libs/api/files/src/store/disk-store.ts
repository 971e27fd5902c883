import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { type ByteRange, type ByteSource, FileStore, isHash, type StoredBytes } from './file-store.js';
import { nullIfMissing, rethrowIfFull } from './storage-errors.js';

const UNFINISHED = '.part';

/** Bytes in `DATA_DIR/files`. */
@Injectable()
export class DiskStore extends FileStore {
  private readonly directory: string;

  constructor({ DATA_DIR }: AppConfig) {
    super();
    this.directory = join(DATA_DIR, 'files');
  }

  async keep(hash: string, source: ByteSource): Promise<void> {
    const path = this.pathOf(hash);
    // As new as if they were written now: who sweeps leaves alone what somebody is about to use.
    const now = new Date();
    const isThere = await utimes(path, now, now).catch(nullIfMissing);
    if (isThere === null) {
      await write(path, source).catch(rethrowIfFull);
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

  async *list(): AsyncGenerator<StoredBytes> {
    for await (const { name, writtenAt } of this.everything()) {
      if (isHash(name)) {
        yield { hash: name, writtenAt };
      }
    }
  }

  async tidy(before: Date): Promise<void> {
    for await (const { name, writtenAt } of this.everything()) {
      if (name.endsWith(UNFINISHED) && writtenAt < before) {
        await rm(this.pathOf(name), { force: true });
      }
    }
  }

  private async *everything(): AsyncGenerator<{ name: string; writtenAt: Date }> {
    for (const beginning of (await readdir(this.directory).catch(nullIfMissing)) ?? []) {
      for (const rest of (await readdir(join(this.directory, beginning)).catch(nullIfMissing)) ?? []) {
        const name = beginning + rest;
        const status = await stat(this.pathOf(name)).catch(nullIfMissing);
        if (status?.isFile()) {
          yield { name, writtenAt: status.mtime };
        }
      }
    }
  }

  /** In folders by the beginning of the hash: none of them gets too large to list. */
  private pathOf(hash: string): string {
    return join(this.directory, hash.slice(0, 2), hash.slice(2));
  }
}

async function write(path: string, source: ByteSource): Promise<void> {
  const temporary = `${path}.${randomUUID()}${UNFINISHED}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await ('bytes' in source ? create(temporary, source.bytes) : moveOrCopy(source.path, temporary));
    await flush(temporary, 'r+');
    await rename(temporary, path);
    // So that the name outlives a crash as well.
    await flush(dirname(path), 'r');
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function create(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
  } finally {
    await file.close();
  }
}

/** Moving costs nothing, but does not lead to another disk. */
async function moveOrCopy(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') {
      throw error;
    }
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
