import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppConfig } from '@parley/api-core';
import { TemporaryFiles } from '../uploads/temporary-files.js';
import { DiskStore } from './disk-store.js';

describe('DiskStore', () => {
  let directory: string;
  let store: DiskStore;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-files-'));
    const config = AppConfig.fromEnv({
      DATABASE_URL: 'postgres://localhost/parley',
      JWT_SECRET: 'x'.repeat(32),
      DATA_DIR: directory,
    });
    store = new DiskStore(config, new TemporaryFiles(config));
  });

  afterEach(() => rm(directory, { recursive: true }));

  const files = async () =>
    (await readdir(join(directory, 'files'), { recursive: true })).filter((name) => name.length > 2);

  it('keeps bytes under their hash, once, however often they come at the same time', async () => {
    const bytes = randomBytes(100_000);

    const hash = createHash('sha256').update(bytes).digest('hex');
    await Promise.all(Array.from({ length: 10 }, () => store.keep(hash, { bytes })));

    expect(await store.read(hash)).toEqual(bytes);
    expect(await files()).toEqual([join(hash.slice(0, 2), hash.slice(2))]);

    await store.remove(hash);
    await store.remove(hash);

    expect(await store.has(hash)).toBe(false);
    expect(await files()).toEqual([]);
  });

  it.each(['0'.repeat(64), '', '../secrets.json', `${'0'.repeat(62)}/.`])(
    'has nothing at %j',
    async (hash) => {
      expect(await store.read(hash)).toBeNull();
    },
  );
});
