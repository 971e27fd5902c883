import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppConfig } from '@parley/api-core';
import S3rver from 's3rver';
import { S3Store } from './s3-store.js';

/** A real S3 server, in this process. */
describe('S3Store', () => {
  let directory: string;
  let server: S3rver;
  let store: S3Store;
  let elsewhere: S3Store;

  const configOf = (bucket: string, port: number) =>
    AppConfig.fromEnv({
      ...{ DATABASE_URL: 'postgres://localhost/parley', JWT_SECRET: 'x'.repeat(32) },
      ...{ S3_ENDPOINT: `http://127.0.0.1:${port}`, S3_BUCKET: bucket },
      ...{ S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-s3-'));
    server = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory },
      configureBuckets: [{ name: 'parley', configs: [] }],
    });
    const { port } = await server.run();
    store = new S3Store(configOf('parley', port));
    elsewhere = new S3Store(configOf('nowhere', port));
  });

  afterAll(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });

  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('keeps bytes, gives them back whole or in parts, and removes them', async () => {
    const bytes = randomBytes(300_000);
    const hash = hashOf(bytes);

    await store.keep(hash, { bytes });
    await store.keep(hash, { bytes });
    const part = await store.open(hash, { start: 10, end: 19 });

    expect(await store.has(hash)).toBe(true);
    expect(await store.read(hash)).toEqual(bytes);
    expect(part && (await buffer(part))).toEqual(bytes.subarray(10, 20));

    await store.remove(hash);
    await store.remove(hash);

    expect(await store.has(hash)).toBe(false);
    expect(await store.read(hash)).toBeNull();
  });

  it('takes them from a file', async () => {
    const bytes = randomBytes(100_000);
    const path = join(directory, 'upload');
    await writeFile(path, bytes);

    await store.keep(hashOf(bytes), { path });

    expect(await store.read(hashOf(bytes))).toEqual(bytes);
  });

  it('says when it cannot keep them', async () => {
    const bytes = randomBytes(10);

    await expect(elsewhere.keep(hashOf(bytes), { bytes })).rejects.toMatchObject({
      code: 'server.unavailable',
    });
  });

  it.each(['0'.repeat(64), '', '../secrets.json'])('has nothing at %j', async (hash) => {
    expect(await store.read(hash)).toBeNull();
  });
});
