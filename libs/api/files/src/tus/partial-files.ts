import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { FileStore as TusFileStore } from '@tus/file-store';
import { nullIfMissing } from '../store/storage-errors.js';

const EXPIRY = 24 * 3_600_000;

/** Uploads that have begun, in `DATA_DIR/uploads/tus`: each is its bytes, and what is said about it. */
@Injectable()
export class PartialFiles {
  private readonly directory: string;

  constructor({ DATA_DIR }: AppConfig) {
    this.directory = join(DATA_DIR, 'uploads', 'tus');
  }

  async open(): Promise<TusFileStore> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    return new TusFileStore({ directory: this.directory, expirationPeriodInMilliseconds: EXPIRY });
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** How many there are whose names begin so. */
  async count(beginning: string): Promise<number> {
    const names = (await readdir(this.directory).catch(nullIfMissing)) ?? [];
    return names.filter((name) => name.startsWith(beginning) && name.endsWith('.json')).length;
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await rm(this.pathOf(`${id}.json`), { force: true });
  }
}
