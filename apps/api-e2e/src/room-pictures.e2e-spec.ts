import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Invite, type InvitePreview, limits, type MessageWindow, type Room } from '@parley/contracts';
import sharp from 'sharp';
import { aPicture } from './support/a-picture.js';
import { DataDirectory } from './support/data-directory.js';
import { nextEvents, type Person } from './support/person.js';
import { makeRoom } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns the room, Ben is a member. */
describe('pictures of rooms', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let room: Room;
  let path: string;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben] });
    path = `/api/chatrooms/${room.id}/picture`;
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const fetchPicture = (url: string | null) => fetch(`${api.url}${url ?? ''}`);

  it.each(['png', 'jpeg', 'webp', 'gif'] as const)(
    'become small squares without secrets: %s',
    async (format) => {
      const { status, body } = await ann.upload<Room>(path, await aPicture(800, 300, { format }));
      const answer = await fetchPicture(body.pictureUrl);
      const { width, height, format: kept, exif } = await sharp(await answer.arrayBuffer()).metadata();

      expect(status).toBe(200);
      expect({ width, height, kept, exif }).toEqual({
        width: 256,
        height: 256,
        kept: 'webp',
        exif: undefined,
      });
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('are seen by everybody in the room at once, by who is invited, and in the history', async () => {
    const heard = nextEvents(await ben.connect(), 'room:changed', 1);

    const { body } = await ann.upload<Room>(path, await aPicture(64, 64));

    const { pictureUrl } = body;
    const { body: invite } = await ann.post<Invite>(`/api/chatrooms/${room.id}/invites`, {});
    const { body: preview } = await api.get<InvitePreview>(`/api/invites/${invite.token}`);
    const { body: history } = await ben.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    expect(pictureUrl).toMatch(/^\/api\/pictures\/[0-9a-f]{64}$/);
    expect(await heard).toMatchObject([{ room: { id: room.id, pictureUrl } }]);
    expect(preview.pictureUrl).toBe(pictureUrl);
    expect(history.items.at(-1)?.system).toEqual({ kind: 'picture-changed' });
  });

  it('are taken away, and those of others stay', async () => {
    const other = await makeRoom(ann);
    const picture = await aPicture(64, 64);
    await ann.upload(path, picture);
    const { body } = await ann.upload<Room>(`/api/chatrooms/${other.id}/picture`, picture);

    expect((await ann.delete<Room>(path)).body.pictureUrl).toBeNull();
    expect((await ann.delete<Room>(path)).status).toBe(200);
    expect((await fetchPicture(body.pictureUrl)).status).toBe(200);
  });

  it.each([
    ['file.type-not-allowed', 415, () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['file.type-not-allowed', 415, () => Buffer.alloc(0)],
    ['file.unreadable', 422, () => Buffer.from('89504e470d0a1a0a00000000', 'hex')],
    ['request.too-large', 413, () => Buffer.alloc(limits.picture.bytes + 1, 0xff)],
  ] as const)('are refused with %s', async (code, status, make) => {
    expect(await ann.upload(path, new Uint8Array(make()))).toMatchObject(refused(status, code));
    expect((await ann.get<Room>(`/api/chatrooms/${room.id}`)).body.pictureUrl).toBeNull();
  });

  it('are no bombs: a small file that is huge once it is decoded is refused', async () => {
    const bomb = await aPicture(10_000, 5_001);

    expect(bomb.length).toBeLessThan(limits.picture.bytes);
    expect(await ann.upload(path, bomb)).toMatchObject(refused(422, 'file.unreadable'));
  });

  it('come as the one file of a form, and no other route takes any', async () => {
    const picture = await aPicture(8, 8);

    expect(await ann.upload(path, picture, 'picture')).toMatchObject(refused(400, 'request.invalid'));
    expect(await ann.put(path, { file: 'text' })).toMatchObject(
      refused(415, 'request.unsupported-media-type'),
    );
    expect(await ann.upload(`/api/chatrooms/${room.id}/read`, picture)).toMatchObject(
      refused(415, 'request.unsupported-media-type'),
    );
  });

  it.each(['x', `${'0'.repeat(63)}G`, '..%2Fsecrets.json', '0'.repeat(65)])(
    'are not at addresses like %s',
    async (hash) => {
      expect((await api.get(`/api/pictures/${hash}`)).status).toBe(400);
    },
  );
});
