import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';

/** What a file is called here: the SHA-256 of its bytes, in hexadecimal. */
const HASH = /^[0-9a-f]{64}$/;

/** Bytes in `DATA_DIR/files`, under their hash: the same content is there once, and never changes. */
@Injectable()
export class FileStore {
  private readonly directory: string;

  constructor({ DATA_DIR }: AppConfig) {
    this.directory = join(DATA_DIR, 'files');
  }

  /** Resolves when they are on the disk, with their hash. A crash leaves either all of them or nothing. */
  async put(bytes: Buffer): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const path = this.pathOf(hash);
    if (!(await isThere(path))) {
      await write(path, bytes);
    }
    return hash;
  }

  /** Null when there are none of this hash. */
  async read(hash: string): Promise<Buffer | null> {
    return HASH.test(hash) ? readFile(this.pathOf(hash)).catch(ifMissing) : null;
  }

  /** In folders by the beginning of the hash: none of them gets too large to list. */
  private pathOf(hash: string): string {
    return join(this.directory, hash.slice(0, 2), hash.slice(2));
  }
}

async function write(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await writeThrough(temporary, bytes);
    await rename(temporary, path);
    await syncDirectory(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the name outlives a crash as well. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(ifMissing)) !== null;
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') {
    throw error;
  }
  return null;
}
