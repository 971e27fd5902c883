import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestDatabase } from '@parley/api-testing';
import type { Message, Room } from '@parley/contracts';
import { ApiUnderFault, type Query } from '../support/api-under-fault.js';
import { DataDirectory, eventually } from '../support/data-directory.js';
import { expectNothingLeftBehind, expectWholeFiles } from '../support/file-invariants.js';
import { aPhotograph, upload, uploaded } from '../support/files.js';
import { report } from '../support/invariants.js';
import type { Person } from '../support/person.js';
import { makeRoom } from '../support/rooms.js';

jest.setTimeout(120_000);

const run = promisify(execFile);
const CUTS = 10;

describe('uploads that fail in the middle', () => {
  let database: TestDatabase;
  let data: DataDirectory;
  let api: ApiUnderFault;
  let query: Query;
  let ann: Person;
  let room: Room;

  beforeEach(async () => {
    database = await TestDatabase.create();
    data = await DataDirectory.create();
    query = (sql, values) => database.source.query(sql, values);
    const env = { DATABASE_URL: database.url, DATA_DIR: data.path };
    api = await ApiUnderFault.on(env, query, async () => {
      await database.drop();
      await data.remove();
    });
    ann = await api.person();
    room = await makeRoom(ann);
  });

  afterEach(() => api.stop());

  const attach = (fileId: string) =>
    ann.post<Message>(`/api/chatrooms/${room.id}/messages`, { body: '', fileIds: [fileId] });
  const fileCount = async () =>
    (await query<{ count: number }>('SELECT count(*)::int AS count FROM files'))[0]?.count;
  /** As if two days had passed: a server sweeps when it starts. */
  const sweep = async () => {
    // What the last start has asked for would be taken for what the next one asks for.
    await eventually(async () => expect(await query('SELECT FROM jobs')).toEqual([]));
    await query(`UPDATE stored_bytes SET kept_at = kept_at - interval '2 days'`);
    await query(`UPDATE files SET created_at = created_at - interval '2 days'`);
    await api.restart('SIGTERM');
  };
  const cutAtHalf = (bytes: Buffer) =>
    new Promise<void>((resolve) => {
      const head = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`;
      const request = httpRequest(`${ann.url}/api/files`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${ann.token}`,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': head.length + bytes.length + 9,
        },
      });
      request.on('error', () => resolve()).on('close', () => resolve());
      request.write(head);
      request.write(bytes.subarray(0, bytes.length / 2), () => request.destroy());
    });

  it('F27: cut at half, they leave nothing', async () => {
    const { id } = await uploaded(ann, await aPhotograph());
    await attach(id);

    await Promise.all(Array.from({ length: CUTS }, () => cutAtHalf(randomBytes(2_000_000))));

    await eventually(async () => expect(await data.filesIn('uploads')).toEqual([]));
    expect(await fileCount()).toBe(1);
    await expectNothingLeftBehind(data, query);
    await report('F27-cut', { uploads: CUTS, left: 0 });
  });

  it('F27: killed between the bytes and the row, they are found and removed', async () => {
    const { id, url } = await uploaded(ann, await aPhotograph());
    await attach(id);
    const before = (await data.filesIn('files')).length;
    const runner = database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE files IN EXCLUSIVE MODE');

    const lost = upload(ann, new Uint8Array(randomBytes(500_000))).catch(() => 'lost');
    await eventually(async () => expect(await data.filesIn('files')).toHaveLength(before + 1));
    const restarted = api.restart('SIGKILL');
    await runner.rollbackTransaction();
    await runner.release();
    await restarted;

    expect(await lost).toBe('lost');
    expect(await fileCount()).toBe(1);
    await expectWholeFiles(data, query);
    await sweep();
    await eventually(() => expectNothingLeftBehind(data, query));
    expect((await fetch(ann.url + url)).status).toBe(200);
    await report('F27-killed', { leftBefore: 1, leftAfterSweep: 0 });
  });

  it('F27: without room on the disk they are refused, everything else goes on, and they come later', async () => {
    const limit = (bytes: string) =>
      run('prlimit', ['--pid', String(api.server.pid), `--fsize=${bytes}:unlimited`]);
    const bytes = new Uint8Array(randomBytes(1_000_000));
    await limit('300000');

    const refused = await upload(ann, bytes);
    const small = await upload(ann, new Uint8Array(randomBytes(1_000)));
    const said = await ann.post<Message>(`/api/chatrooms/${room.id}/messages`, { body: 'still here' });
    await limit('unlimited');
    const later = await upload(ann, bytes);

    expect(refused).toMatchObject({ status: 507, body: { code: 'server.storage-full' } });
    expect(refused.headers.get('retry-after')).toBe('60');
    expect([small.status, said.status, later.status]).toEqual([201, 201, 201]);
    expect(await data.filesIn('uploads')).toEqual([]);
    await expectWholeFiles(data, query);
    await report('F27-full', { refused: 1, acceptedAfterwards: 1 });
  });

  it('are removed after a day in no message, and those in messages stay', async () => {
    const [used, unused] = [await uploaded(ann, 'used'), await uploaded(ann, 'unused')];
    await attach(used.id);
    const picture = await ann.upload<Room>(`/api/chatrooms/${room.id}/picture`, await aPhotograph());
    await ann.upload<Room>(`/api/chatrooms/${room.id}/picture`, await aPhotograph(9, 9, 'red'));

    await sweep();

    await eventually(async () => expect(await fileCount()).toBe(1));
    const statusOf = async (url: string | null) => (await fetch(`${ann.url}${url ?? ''}`)).status;
    await eventually(async () => expect(await statusOf(picture.body.pictureUrl)).toBe(404));
    const { body } = await ann.get<Room>(`/api/chatrooms/${room.id}`);
    expect(await Promise.all([used.url, unused.url, body.pictureUrl].map(statusOf))).toEqual([200, 404, 200]);
    await eventually(async () => expect(await data.filesIn('files')).toHaveLength(2));
  });
});
