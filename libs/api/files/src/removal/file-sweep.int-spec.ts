import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { UsersModule } from '@parley/api-users';
import { insertUser, userEntities } from '@parley/api-users/testing';
import { KeptBytes } from '../bytes/kept-bytes.js';
import { FileEntity } from '../file.entity.js';
import { FilesModule } from '../files.module.js';
import { FileStore } from '../store/file-store.js';
import { UploadsService } from '../uploads/uploads.service.js';
import { FileSweep } from './file-sweep.js';

/** Real: everything down to PostgreSQL and the disk. */
describe('FileSweep (PostgreSQL)', () => {
  let directory: string;
  let database: TestDatabase;
  let app: INestApplicationContext;
  let ann: string;

  const upload = (text: string) =>
    app
      .get(UploadsService)
      .receive({ stream: Readable.from([Buffer.from(text)]) }, { userId: ann, sessionId: randomUUID() });
  const later = () => new Date(Date.now() + 1_000);
  const has = (hash: string) => app.get(FileStore).has(hash);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'parley-sweep-'));
    database = await TestDatabase.create([...userEntities, FileEntity]);
    const settings = { DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32), DATA_DIR: directory };
    const config = AppConfig.fromEnv({ ...settings, FILE_QUOTA_MB: '1' });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), UsersModule, FilesModule],
    }).compile();
    ann = await insertUser(database.source);
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
    await rm(directory, { recursive: true });
  });

  it('removes what nothing uses, and leaves what somebody may still put to use', async () => {
    const lost = await app.get(KeptBytes).put(Buffer.from('a picture that nobody has'));
    const { id } = await upload('a file in no message');

    await app.get(FileSweep).sweep(new Date(Date.now() - 60_000));
    expect([await has(lost), await database.source.getRepository(FileEntity).countBy({ id })]).toEqual([
      true,
      1,
    ]);
    await app.get(FileSweep).sweep(later());

    expect([await has(lost), await database.source.getRepository(FileEntity).countBy({ id })]).toEqual([
      false,
      0,
    ]);
    expect(await database.source.query('SELECT * FROM stored_bytes')).toEqual([]);
  });

  it('keeps the bytes that two have in common until the last one goes', async () => {
    const hash = await app.get(KeptBytes).put(Buffer.from('the same'));
    const files = database.source.getRepository(FileEntity);
    const { id } = await upload('the same');

    await app.get(KeptBytes).removeUnused([hash]);
    expect(await has(hash)).toBe(true);
    await files.delete({ id });
    await app.get(KeptBytes).removeUnused([hash]);

    expect(await has(hash)).toBe(false);
  });

  it('is made before there is no more room: nobody keeps more than they may', async () => {
    const half = 'x'.repeat(600_000);
    const outcomes = await Promise.allSettled([upload(half), upload(`${half}y`)]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');

    expect(refused).toMatchObject([{ reason: { code: 'file.quota-exceeded' } }]);
  });
});
