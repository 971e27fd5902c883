import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type {
  Comment,
  CommentPage,
  DeletionPreview,
  FileInfo,
  HitPage,
  Me,
  MessageWindow,
  Post,
  Room,
} from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { aPicture } from './support/a-picture.js';
import { ApiUnderFault } from './support/api-under-fault.js';
import { DataDirectory } from './support/data-directory.js';
import { answerOf, PASSWORD, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { filesBelow, tracesInDatabase, tracesInFiles } from './support/traces.js';

jest.setTimeout(90_000);

const CODES = (status: number, code: string) => ({ status, body: { code } });

/** Ann goes, Ben stays. */
describe('who deletes their account', () => {
  let data: DataDirectory;
  let api: ApiUnderFault;
  let ann: Person;
  let ben: Person;
  /** A word that nothing else contains. */
  let secret: string;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await ApiUnderFault.start({ DATA_DIR: data.path });
    // The first account is the administrator's.
    await api.person();
  });

  beforeEach(async () => {
    secret = `xylophone${randomUUID().slice(0, 8)}`;
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const leave = (who: Person, mode: string, password = PASSWORD) =>
    who.delete('/api/users/me', { mode, password });
  const uploadFile = async (who: Person, text: string): Promise<FileInfo> => {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/plain' }), `${secret}.txt`);
    const headers = { authorization: `Bearer ${who.token}` };
    const answer = await fetch(`${api.proxy.url}/api/files`, { method: 'POST', headers, body: form });
    return (await answerOf<FileInfo>(answer)).body;
  };
  const settled = async (userId: string) => {
    const waiting = () =>
      api.query(`SELECT FROM jobs WHERE kind LIKE 'accounts.%' AND payload->>'userId' = $1`, [userId]);
    const bytes = () => api.query(`SELECT FROM jobs WHERE kind = 'files.bytes-released'`);
    while ((await waiting()).length + (await bytes()).length > 0) {
      await sleep(50);
    }
  };
  /** Everything that Ann can leave behind. */
  const live = async () => {
    const room = await makeRoom(ben, { members: [ann], name: `room ${uuidv7()}` });
    const { body: direct } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id] });
    const first = await say(ann, room.id, `${secret} one`);
    await say(ann, direct.id, `${secret} two`);
    await say(ben, room.id, 'an answer', first.id);
    const { id: fileId } = await uploadFile(ann, `${secret} in a file`);
    await uploadFile(ann, `${secret} never sent`);
    await ann.post(`/api/chatrooms/${room.id}/messages`, { id: uuidv7(), body: '', fileIds: [fileId] });
    await ann.upload('/api/users/me/avatar', await aPicture(64, 64, { colour: 'plum' }));
    await ann.patch('/api/users/me', { displayName: `Ann ${secret}`, bio: secret, statusText: secret });
    const bens = await ben.post<Post>('/api/posts', { id: uuidv7(), body: 'tea', visibility: 'public' });
    const comment = await ann.post<Comment>(`/api/posts/${bens.body.id}/comments`, {
      ...{ id: uuidv7(), body: `${secret} three` },
    });
    const { id: postFileId } = await uploadFile(ann, `${secret} in a post`);
    const post = await ann.post<Post>('/api/posts', {
      ...{ id: uuidv7(), body: `${secret} four`, visibility: 'public', fileIds: [postFileId] },
    });
    await ann.put(`/api/users/${ben.id}/follow`);
    await ben.put(`/api/users/${ann.id}/follow`);
    return { room, direct, first, post: post.body, bensPost: bens.body, comment: comment.body };
  };
  const identity = () => [ann.username, ann.me.email];

  it('is gone at once, on all devices, and leaves words without a name', async () => {
    const { room, direct, first, post, bensPost } = await live();
    const socket = await ann.connect();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));

    expect(await leave(ann, 'anonymise')).toMatchObject({ status: 204 });

    await closed;
    expect(await ann.get('/api/users/me')).toMatchObject(CODES(401, 'auth.session-revoked'));
    const again = { login: ann.username, password: PASSWORD };
    expect(await ben.post('/api/auth/login', again)).toMatchObject(CODES(401, 'auth.invalid-credentials'));
    await settled(ann.id);
    expect(await tracesInDatabase(api.query, [...identity(), `Ann ${secret}`])).toEqual([]);
    expect(await tracesInFiles(join(data.path, 'files'), [secret])).toEqual([]);
    expect(await filesBelow(join(data.path, 'files'))).toEqual([]);
    const { body: history } = await ben.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    expect(history.items.find(({ id }) => id === first.id)).toMatchObject({ body: `${secret} one` });
    expect(history.items.flatMap(({ files }) => files)).toEqual([]);
    expect(history.users.find(({ id }) => id === ann.id)).toMatchObject({
      ...{ displayName: 'Deleted user', deleted: true, avatarUrl: null, bio: '' },
    });
    const { body: chat } = await ben.get<Room>(`/api/chatrooms/${direct.id}`);
    expect(chat.peers).toMatchObject([{ id: ann.id, deleted: true }]);
    expect((await ben.get<Post>(`/api/posts/${post.id}`)).body).toMatchObject({
      ...{ body: `${secret} four`, author: { deleted: true } },
    });
    expect((await ben.get<CommentPage>(`/api/posts/${bensPost.id}/comments`)).body.items).toHaveLength(1);
    expect((await ben.get<Room>(`/api/chatrooms/${room.id}`)).body.memberCount).toBe(1);
  });

  it('takes everything along that they said, if they want that', async () => {
    const { room, first, post, bensPost, comment } = await live();

    expect(await leave(ann, 'erase')).toMatchObject({ status: 204 });

    await settled(ann.id);
    const indexed = () => api.query(`SELECT FROM jobs WHERE kind LIKE 'search.%'`);
    while ((await indexed()).length > 0) {
      await sleep(50);
    }
    expect(await tracesInDatabase(api.query, [...identity(), secret])).toEqual([]);
    expect(await filesBelow(join(data.path, 'files'))).toEqual([]);
    const { body: history } = await ben.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    const tombstone = history.items.find(({ id }) => id === first.id);
    expect(tombstone).toMatchObject({ body: '', deletedAt: expect.any(String) });
    expect(history.items.find(({ body }) => body === 'an answer')?.replyTo?.excerpt).toBe('');
    expect(await ben.get(`/api/posts/${post.id}`)).toMatchObject(CODES(404, 'post.not-found'));
    const { body: comments } = await ben.get<CommentPage>(`/api/posts/${bensPost.id}/comments`);
    expect(comments.items).toMatchObject([{ id: comment.id, body: '', deletedAt: expect.any(String) }]);
    expect((await ben.get<HitPage>(`/api/search?q=${secret}`)).body.items).toEqual([]);
  });

  it('is erased also when the server is killed while it does so', async () => {
    const room = await makeRoom(ben, { members: [ann] });
    await Promise.all(Array.from({ length: 300 }, (_, n) => say(ann, room.id, `${secret} ${n}`)));

    await leave(ann, 'erase');
    await api.restart('SIGKILL');
    // What was begun is tried again after two minutes, and whoever waits is looked for when something new comes.
    await api.query(`UPDATE jobs SET due_at = now() WHERE kind LIKE 'accounts.%'`);
    const other = await api.person();
    await leave(other, 'erase');
    await api.restart('SIGKILL');
    await api.query(`UPDATE jobs SET due_at = now()`);
    await leave(await api.person(), 'erase');

    await settled(ann.id);
    const left = await api.query(`SELECT FROM messages WHERE author_id = $1 AND body <> ''`, [ann.id]);
    expect(left).toEqual([]);
    const counts = await api.query<{ gaps: number }>(
      `SELECT (r.last_seq - count(m.seq))::int AS gaps FROM rooms r JOIN messages m ON m.room_id = r.id
       WHERE r.id = $1 GROUP BY r.last_seq`,
      [room.id],
    );
    expect(counts).toEqual([{ gaps: 0 }]);
  });

  it('hands over first what would have no owner, and a room of their own goes', async () => {
    const own = await makeRoom(ann);
    const room = await makeRoom(ann, { members: [ben] });

    const { body } = await ann.get<DeletionPreview>('/api/users/me/deletion');

    expect(body.rooms).toEqual([{ id: room.id, name: room.name, memberCount: 2 }]);
    expect(await leave(ann, 'anonymise')).toMatchObject(CODES(409, 'room.last-owner'));
    expect((await ann.get<Me>('/api/users/me')).status).toBe(200);
    await ann.patch(`/api/chatrooms/${room.id}/members/${ben.id}`, { role: 'owner' });
    expect((await leave(ann, 'anonymise')).status).toBe(204);
    await settled(ann.id);
    expect(await api.query('SELECT FROM rooms WHERE id = $1', [own.id])).toEqual([]);
  });

  it('shows that it is them', async () => {
    expect(await leave(ann, 'erase', 'not this one')).toMatchObject(CODES(401, 'auth.invalid-credentials'));
    expect(await leave(ann, 'everything')).toMatchObject(CODES(400, 'request.invalid'));
    // Just registered, which is proof enough.
    expect(await ann.delete('/api/users/me', { mode: 'erase' })).toMatchObject({ status: 204 });
    expect(await leave(ann, 'erase')).toMatchObject({ status: 401 });
  });
});
