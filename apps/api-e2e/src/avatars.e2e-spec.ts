import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  limits,
  type Me,
  type MessageWindow,
  type Post,
  type Profile,
  type Room,
  type UserPage,
} from '@parley/contracts';
import sharp from 'sharp';
import { v7 as uuidv7 } from 'uuid';
import { aPicture } from './support/a-picture.js';
import { DataDirectory } from './support/data-directory.js';
import { nextEvents, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

const AVATAR = '/api/users/me/avatar';

describe('pictures of people', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;
  let ben: Person;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  it('become small squares without secrets, which may be kept for ever', async () => {
    const { status, body } = await ann.upload<Me>(AVATAR, await aPicture(800, 300, { format: 'jpeg' }));
    const answer = await fetch(api.url + (body.avatarUrl ?? ''));
    const { width, height, format, exif } = await sharp(await answer.arrayBuffer()).metadata();

    expect(status).toBe(200);
    expect({ width, height, format, exif }).toEqual({
      ...{ width: 256, height: 256 },
      ...{ format: 'webp', exif: undefined },
    });
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('are seen wherever the person is, and by their other devices at once', async () => {
    const room = await makeRoom(ben, { members: [ann] });
    await say(ann, room.id, 'hello');
    const heard = nextEvents(await ann.connect(), 'me:changed', 1);

    const { body: me } = await ann.upload<Me>(AVATAR, await aPicture(64, 64, { colour: 'coral' }));

    const { avatarUrl } = me;
    const postId = uuidv7();
    const post = await ann.post<Post>('/api/posts', { id: postId, body: 'hello', visibility: 'public' });
    const direct = await ben.put<Room>('/api/chatrooms/direct', { userIds: [ann.id] });
    const directory = await ben.get<UserPage>(`/api/users?query=${ann.username}`);
    const history = await ben.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    const profile = await ben.get<Profile>(`/api/users/${ann.id}`);
    expect(avatarUrl).toMatch(/^\/api\/pictures\/[0-9a-f]{64}$/);
    expect(await heard).toMatchObject([{ me: { avatarUrl } }]);
    expect(post.body.author.avatarUrl).toBe(avatarUrl);
    expect(direct.body.peers).toMatchObject([{ avatarUrl }]);
    expect(directory.body.items).toMatchObject([{ avatarUrl }]);
    expect(history.body.users.find(({ id }) => id === ann.id)).toMatchObject({ avatarUrl });
    expect(profile.body.avatarUrl).toBe(avatarUrl);
  });

  it('have another address when they are others, and none when they are gone', async () => {
    const { body: before } = await ann.upload<Me>(AVATAR, await aPicture(64, 64, { colour: 'navy' }));
    const { body: after } = await ann.upload<Me>(AVATAR, await aPicture(64, 64, { colour: 'olive' }));

    expect(after.avatarUrl).not.toBe(before.avatarUrl);
    expect((await ann.delete<Me>(AVATAR)).body.avatarUrl).toBeNull();
    expect((await ann.delete<Me>(AVATAR)).status).toBe(200);
    expect((await ben.get<Profile>(`/api/users/${ann.id}`)).body.avatarUrl).toBeNull();
  });

  it.each([
    ['file.type-not-allowed', 415, () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['file.unreadable', 422, () => Buffer.from('89504e470d0a1a0a00000000', 'hex')],
    ['request.too-large', 413, () => Buffer.alloc(limits.picture.bytes + 1, 0xff)],
  ] as const)('are refused with %s', async (code, status, make) => {
    expect(await ben.upload(AVATAR, new Uint8Array(make()))).toMatchObject({ status, body: { code } });
    expect((await ben.get<Me>('/api/users/me')).body.avatarUrl).toBeNull();
  });
});
