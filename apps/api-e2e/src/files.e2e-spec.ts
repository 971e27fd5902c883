import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FileInfo } from '@parley/contracts';
import sharp from 'sharp';
import { DataDirectory } from './support/data-directory.js';
import { aPhotograph, upload, uploaded } from './support/files.js';
import type { Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(60_000);

describe('files', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    ann = await api.person();
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const load = (url = '', headers: Record<string, string> = {}) => fetch(api.url + url, { headers });
  const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

  it('come back as they were sent, and are only ever saved', async () => {
    const bytes = new Uint8Array(randomBytes(200_000));

    const { status, body } = await upload(ann, bytes, { name: 'Grüße.bin' });
    const answer = await load(body.url);

    expect(status).toBe(201);
    expect(body).toEqual({
      ...{ id: expect.any(String), name: 'Grüße.bin', mime: 'application/octet-stream', size: 200_000 },
      url: expect.stringMatching(/^\/api\/files\/[0-9a-f-]{36}\?exp=\d+&sig=[\w-]+$/),
    });
    expect(await bytesOf(answer)).toEqual(Buffer.from(bytes));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '200000',
      'accept-ranges': 'bytes',
      etag: `"${sha256(bytes)}"`,
      'cache-control': expect.stringMatching(/^private, max-age=\d{5}, immutable$/),
      'content-disposition': `attachment; filename="Gr__e.bin"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.bin`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
    });
  });

  it('are pictures without secrets, with a preview and what to show before it', async () => {
    const { body } = await upload(ann, await aPhotograph(1600, 800), { name: 'holiday.jpeg' });
    const original = await sharp(await bytesOf(await load(body.url))).metadata();
    const answer = await load(body.previewUrl);
    const preview = await sharp(await bytesOf(answer)).metadata();

    expect(body).toMatchObject({ name: 'holiday.jpeg', mime: 'image/jpeg', width: 1600, height: 800 });
    expect(Buffer.from(body.thumbhash ?? '', 'base64').length).toBeGreaterThan(4);
    expect(original).toMatchObject({ format: 'jpeg', width: 1600, height: 800 });
    expect(original.exif).toBeUndefined();
    expect(preview).toMatchObject({ format: 'webp', width: 720, height: 360 });
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="holiday.webp"/);
  });

  it('are turned as the camera was held', async () => {
    const lying = sharp({ create: { width: 60, height: 20, channels: 3, background: 'red' } });
    const bytes = new Uint8Array(await lying.withMetadata({ orientation: 6 }).jpeg().toBuffer());

    expect(await uploaded(ann, bytes)).toMatchObject({ width: 20, height: 60 });
  });

  it('keep moving', async () => {
    const frame = (background: string) =>
      sharp({ create: { width: 8, height: 4, channels: 3, background } })
        .png()
        .toBuffer();
    const frames = await Promise.all(['red', 'green', 'blue'].map(frame));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();

    const file = await uploaded(ann, new Uint8Array(gif), { name: 'dance.gif' });
    const { pages } = await sharp(await bytesOf(await load(file.url)), { animated: true }).metadata();

    expect(file).toMatchObject({ mime: 'image/gif', width: 8, height: 4 });
    expect(pages).toBe(3);
  });

  it('are sound when there is only sound, as who recorded it says', async () => {
    const webm = new Uint8Array([
      ...Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex'),
    ]);
    const wishes = { name: 'voice.webm', type: 'audio/webm;codecs=opus', query: '?durationMs=4200' };

    expect(await uploaded(ann, webm, wishes)).toMatchObject({ mime: 'audio/webm', durationMs: 4200 });
    expect(await uploaded(ann, webm)).toMatchObject({ mime: 'video/webm' });
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('are sent in parts: %s', async (range, status, content, contentRange) => {
    const { url } = await uploaded(ann, '0123456789');

    const answer = await load(url, { range });

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-range')).toBe(contentRange);
    expect(await answer.text()).toBe(content);
  });

  it('are not sent twice, and nothing is sent of what is not there', async () => {
    const { url } = await uploaded(ann, '0123456789');
    const etag = (await load(url)).headers.get('etag') ?? '';
    const beyond = await load(url, { range: 'bytes=10-' });

    expect((await load(url, { 'if-none-match': etag })).status).toBe(304);
    expect((await load(url, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
    expect((await load(url, { range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect(await beyond.json()).toMatchObject({ code: 'file.range-not-satisfiable' });
  });

  it('are opened by their addresses alone', async () => {
    const [file, other] = [await uploaded(ann, 'one'), await uploaded(ann, 'two')];
    const [, signature = ''] = file.url.split('?');
    const expired = signature.replace(/exp=\d+/, 'exp=1000');

    expect((await load(file.url)).status).toBe(200);
    for (const forged of [
      `/api/files/${other.id}?${signature}`,
      `/api/files/${file.id}?${expired}`,
      `/api/files/${file.id}?${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
      `/api/files/${randomUUID()}?${signature}`,
      `/api/files/${file.id}/preview?${signature}`,
    ]) {
      expect(await ann.get(forged)).toMatchObject(refused(404, 'file.not-found'));
    }
    expect(await ann.get(`/api/files/${file.id}`)).toMatchObject(refused(400, 'request.invalid'));
    expect(await ann.get(`${file.url}&exp=1`)).toMatchObject(refused(400, 'request.invalid'));
  });

  it.each([
    ['a page', '<html><script>alert(1)</script></html>', 'photo.png', 'image/png', 'text/plain'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      'image/svg+xml',
      'text/plain',
    ],
    ['a program', 'MZ\u0000\u0000', 'photo.jpg', 'image/jpeg', 'application/x-msdownload'],
  ])('are what is in them: %s is no picture', async (_, bytes, name, type, mime) => {
    const file = await uploaded(ann, bytes, { name, type });
    const { headers } = await load(file.url);

    expect(file).toMatchObject({ name, mime });
    expect(file.previewUrl).toBeUndefined();
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['a beginning', () => new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d494844520000', 'hex'))],
  ])('are refused when they cannot be read: %s', async (_, make) => {
    expect(await upload(ann, make())).toMatchObject(refused(422, 'file.unreadable'));
  });

  it('are refused when a picture ends in the middle', async () => {
    const noise = sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } });
    const whole = await noise.jpeg().toBuffer();

    expect(await upload(ann, new Uint8Array(whole.subarray(0, whole.length / 2)))).toMatchObject(
      refused(422, 'file.unreadable'),
    );
  });

  it('are no bombs: neither huge pictures nor archives are unpacked', async () => {
    const wide = sharp({ create: { width: 20_000, height: 5_001, channels: 3, background: 'red' } });
    const zeros = new Uint8Array(gzipSync(Buffer.alloc(50_000_000)));

    expect(await upload(ann, new Uint8Array(await wide.png().toBuffer()))).toMatchObject(
      refused(422, 'file.unreadable'),
    );
    expect(await uploaded(ann, zeros)).toMatchObject({ mime: 'application/gzip', size: zeros.length });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['C:\\photo.txt', 'photo.txt'],
    [`${'x'.repeat(300)}.txt`, `${'x'.repeat(196)}.txt`],
  ])('have harmless names: %j', async (name, expected) => {
    expect((await uploaded(ann, 'text', { name })).name).toBe(expected);
  });

  it('are no larger than 100 MB, come alone, and from who is signed in', async () => {
    const tooLarge = await upload(ann, new Uint8Array(104_857_601));
    const form = new FormData();
    form.append('picture', new Blob(['text']), 'a.txt');
    const headers = { authorization: `Bearer ${ann.token}` };
    const misnamed = await fetch(`${api.url}/api/files`, { method: 'POST', headers, body: form });

    expect(tooLarge).toMatchObject(refused(413, 'request.too-large'));
    expect(misnamed.status).toBe(400);
    expect(await ann.post('/api/files', {})).toMatchObject(refused(415, 'request.unsupported-media-type'));
    expect((await api.post('/api/files')).status).toBe(401);
    expect(await upload(ann, 'text', { query: '?durationMs=-1' })).toMatchObject(
      refused(400, 'request.invalid'),
    );
    expect(await data.filesIn('uploads')).toEqual([]);
  });

  it('are kept once, whoever sends the same', async () => {
    const ben = await api.person();
    const bytes = `the same ${randomUUID()}`;
    const before = (await data.filesIn('files')).length;

    const files: FileInfo[] = await Promise.all([
      uploaded(ann, bytes),
      uploaded(ben, bytes),
      uploaded(ann, bytes),
    ]);

    expect(new Set(files.map(({ id }) => id)).size).toBe(3);
    expect(await data.filesIn('files')).toHaveLength(before + 1);
  });
});
