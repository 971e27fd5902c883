import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileInfo } from '@parley/contracts';
import { DataDirectory, eventually } from './support/data-directory.js';
import { aPhotograph } from './support/files.js';
import { answerOf, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

describe('resumable uploads (tus)', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;
  let ben: Person;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path, FILE_QUOTA_MB: '5' } });
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const headersOf = (who: Person) => ({ authorization: `Bearer ${who.token}`, 'tus-resumable': '1.0.0' });
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const begin = async (who: Person, size: number, name = 'file.bin', type = 'application/octet-stream') =>
    answerOf(
      await fetch(`${api.url}/api/files/tus`, {
        method: 'POST',
        headers: {
          ...headersOf(who),
          'upload-length': String(size),
          'upload-metadata': `filename ${base64(name)},filetype ${base64(type)},durationMs ${base64('1500')}`,
        },
      }),
    );
  const started = async (who: Person, size: number, name?: string) =>
    (await begin(who, size, name)).headers.get('location') ?? '';
  const append = async <Body = FileInfo>(
    who: Person,
    path: string,
    offset: number,
    bytes: Uint8Array<ArrayBuffer>,
  ) =>
    answerOf<Body>(
      await fetch(api.url + path, {
        method: 'PATCH',
        headers: {
          ...headersOf(who),
          'upload-offset': String(offset),
          'content-type': 'application/offset+octet-stream',
        },
        body: bytes,
      }),
    );
  const offsetOf = async (who: Person, path: string) => {
    const answer = await fetch(api.url + path, { method: 'HEAD', headers: headersOf(who) });
    return answer.headers.get('upload-offset') ?? answer.status;
  };

  it('end with the file, whatever lies between their parts', async () => {
    const bytes = new Uint8Array(randomBytes(300_000));
    const path = await started(ann, bytes.length, '../holiday.bin');

    const first = await append(ann, path, 0, bytes.slice(0, 100_000));
    const place = await offsetOf(ann, path);
    const last = await append(ann, path, 100_000, bytes.slice(100_000));
    const content = await fetch(api.url + last.body.url);

    expect(path).toMatch(/^\/api\/files\/tus\/[0-9a-f-]+\.[0-9a-f-]+$/);
    expect([first.status, place, last.status]).toEqual([204, '100000', 200]);
    expect(last.headers.get('content-type')).toMatch(/^application\/json/);
    expect(last.body).toMatchObject({ name: 'holiday.bin', size: 300_000, durationMs: 1500 });
    expect(Buffer.from(await content.arrayBuffer())).toEqual(Buffer.from(bytes));
    expect(await offsetOf(ann, path)).toBe(404);
    expect(await data.filesIn('uploads')).toEqual([]);
  });

  it('go the way of every other: pictures are encoded anew, and what cannot be read is refused', async () => {
    const picture = await aPhotograph(80, 40);
    const path = await started(ann, picture.length, 'photo.jpg');
    const { body } = await append(ann, path, 0, picture);
    const broken = new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d494844520000', 'hex'));

    expect(body).toMatchObject({ mime: 'image/jpeg', width: 80, height: 40, previewUrl: expect.any(String) });
    expect(await append(ann, await started(ann, broken.length), 0, broken)).toMatchObject(
      refused(422, 'file.unreadable'),
    );
    expect(await data.filesIn('uploads')).toEqual([]);
  });

  it('go on where a connection broke', async () => {
    const bytes = new Uint8Array(randomBytes(400_000));
    const path = await started(ann, bytes.length);
    const headers = {
      ...headersOf(ann),
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': String(bytes.length),
    };
    const request = httpRequest(api.url + path, { method: 'PATCH', headers });
    request.on('error', () => undefined);
    request.write(bytes.slice(0, 200_000));
    await eventually(async () => expect(await data.sizesIn('uploads')).toContain(200_000));
    request.destroy();

    const place = await eventually(async () => {
      const offset = Number(await offsetOf(ann, path));
      expect(offset).toBe(200_000);
      return offset;
    });
    const last = await append(ann, path, place, bytes.slice(place));

    expect(last).toMatchObject({ status: 200, body: { size: 400_000 } });
  });

  it('are their owner’s alone, and can be given up', async () => {
    const path = await started(ann, 100);
    const bytes = new Uint8Array(10);

    expect(await append(ben, path, 0, bytes)).toMatchObject(refused(404, 'file.not-found'));
    expect(await offsetOf(ben, path)).toBe(404);
    const cancel = (who: Person) => fetch(api.url + path, { method: 'DELETE', headers: headersOf(who) });
    expect((await cancel(ben)).status).toBe(404);
    expect((await cancel(ann)).status).toBe(204);
    expect(await offsetOf(ann, path)).toBe(404);
    expect((await fetch(`${api.url}/api/files/tus`, { method: 'POST' })).status).toBe(401);
  });

  it('are refused at the wrong place, too large, too many, or without room for them', async () => {
    const path = await started(ben, 100);

    expect(await append(ben, path, 50, new Uint8Array(10))).toMatchObject(
      refused(409, 'file.offset-mismatch'),
    );
    expect(await append(ben, path, 0, new Uint8Array(101))).toMatchObject(refused(413, 'request.too-large'));
    expect(await begin(ben, 104_857_601)).toMatchObject(refused(413, 'request.too-large'));
    expect(await begin(ben, 6_000_000)).toMatchObject(refused(413, 'file.quota-exceeded'));
    await Promise.all(Array.from({ length: 19 }, () => begin(ben, 10)));
    expect(await begin(ben, 10)).toMatchObject(refused(429, 'request.rate-limited'));
    const elsewhere = { ...headersOf(ann), 'content-type': 'application/offset+octet-stream' };
    const misplaced = await fetch(`${api.url}/api/chatrooms`, {
      method: 'POST',
      headers: elsewhere,
      body: new Uint8Array(10),
    });
    expect(misplaced.status).toBe(415);
  });
});
