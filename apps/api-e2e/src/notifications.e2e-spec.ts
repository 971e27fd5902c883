import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type {
  Comment,
  Notification,
  NotificationPage,
  NotificationPreferences,
  Post,
  Problem,
  Room,
  UnreadNotifications,
} from '@parley/contracts';
import { eventually } from './support/data-directory.js';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(30_000);

const emoji = encodeURIComponent('🎉');

describe('notifications', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
  });

  beforeEach(async () => {
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  afterAll(() => api.stop());

  const list = async (who: Person): Promise<Notification[]> =>
    (await who.get<NotificationPage>('/api/notifications')).body.items;
  const unread = async (who: Person): Promise<number> =>
    (await who.get<UnreadNotifications>('/api/notifications/unread-count')).body.count;
  const told = (who: Person, count: number): Promise<Notification[]> =>
    eventually(async () => {
      const items = await list(who);
      expect(items).toHaveLength(count);
      return items;
    });
  const directRoom = async (): Promise<Room> =>
    (await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id] })).body;
  const preferences = async (who: Person): Promise<NotificationPreferences> =>
    (await who.get<NotificationPreferences>('/api/notifications/preferences')).body;
  const prefer = async (who: Person, wishes: Partial<NotificationPreferences>): Promise<void> => {
    const answer = await who.put('/api/notifications/preferences', {
      ...(await preferences(who)),
      ...wishes,
    });
    expect(answer.status).toBe(200);
  };

  describe('in rooms', () => {
    it('reach all devices of the person at once, and nobody else', async () => {
      const room = await directRoom();
      const [phone, desk, strangers] = await Promise.all([ben.connect(), ben.connect(), stranger.connect()]);
      const onPhone = nextEvents(phone, 'notification:created', 1);
      const onDesk = nextEvents(desk, 'notification:count', 1);
      const elsewhere: string[] = [];
      strangers.onAny((name: string) => elsewhere.push(name));

      const message = await say(ann, room.id, 'hello');

      expect(await onPhone).toEqual([
        {
          notification: {
            ...{
              id: expect.any(String),
              kind: 'message',
              roomId: room.id,
              roomName: '',
              messageId: message.id,
            },
            ...{ seq: message.seq, text: 'hello', createdAt: expect.any(String), readAt: null },
            actor: expect.objectContaining({ id: ann.id }),
          },
        },
      ]);
      expect(await onDesk).toEqual([{ count: 1 }]);
      expect(await unread(ben)).toBe(1);
      expect(await unread(ann)).toBe(0);
      expect(elsewhere).toEqual([]);
    });

    it('tell who is called, answered or wanted in a room, in one line each', async () => {
      const room = await makeRoom(ann, { members: [ben] });
      const first = await say(ben, room.id, 'a question');
      await say(ann, room.id, 'nothing in particular');
      await say(ann, room.id, `@${ben.username} an answer`, first.id);
      await say(ann, room.id, 'another one', first.id);
      await say(ann, room.id, '@room');

      const items = await told(ben, 4);

      expect(items.map(({ kind }) => kind)).toEqual(['mention', 'reply', 'mention', 'invite']);
      expect(items[3]).toMatchObject({ roomId: room.id, roomName: room.name, actor: { id: ann.id } });
    });

    it('are made of words of one’s own choice', async () => {
      const room = await makeRoom(ann, { members: [ben] });
      await prefer(ben, { keywords: ['Platypus'] });

      await say(ann, room.id, 'platypuses');
      await say(ann, room.id, 'a platypus!');

      const [newest] = await told(ben, 2);
      expect(newest).toMatchObject({ kind: 'mention', text: 'a platypus!' });
    });

    it('are not made of what was seen, nor of rooms and kinds that were turned down', async () => {
      const room = await directRoom();
      const channel = await makeRoom(ann, { members: [ben] });
      await told(ben, 1);
      const bens = await ben.connect();
      bens.on('message:changed', ({ roomId, messages }) => {
        if (roomId === room.id) {
          void bens.emitWithAck('room:read', { roomId, seq: messages.at(-1)?.seq ?? 0 });
        }
      });
      await prefer(ben, { kinds: { ...(await preferences(ben)).kinds, reply: 'off' } });
      const asked = await say(ben, channel.id, 'a question');

      await say(ann, room.id, 'seen at once');
      await say(ann, channel.id, 'an answer', asked.id);
      await ben.patch(`/api/chatrooms/${channel.id}/membership`, { notify: 'none' });
      await say(ann, channel.id, `@${ben.username}`);
      await ann.put(`/api/messages/${asked.id}/reactions/${emoji}`);
      // What is told later shows that the rest had its time.
      await ann.put(`/api/users/${ben.id}/follow`);
      await say(ann, (await makeRoom(ann, { members: [ben] })).id, `@${ben.username}`);

      const items = await told(ben, 4);
      expect(items.map(({ kind }) => kind).toSorted()).toEqual(['follow', 'invite', 'invite', 'mention']);
    });

    it('are read wherever the room is read, and gone with their message', async () => {
      const room = await directRoom();
      const messages = [
        await say(ann, room.id, 'one'),
        await say(ann, room.id, 'two'),
        await say(ann, room.id, 'three'),
      ];
      await told(ben, 3);
      const bens: ClientSocket = await ben.connect();
      const counts = nextEvents(bens, 'notification:count', 2);

      await ben.put(`/api/chatrooms/${room.id}/read`, { seq: messages[0]?.seq ?? 0 });
      await eventually(async () => expect(await unread(ben)).toBe(2));
      await ann.delete(`/api/messages/${messages[2]?.id ?? ''}`);

      expect(await counts).toEqual([{ count: 2 }, { count: 1 }]);
      expect((await list(ben)).map(({ text, readAt }) => [text, readAt !== null])).toEqual([
        ['two', false],
        ['one', true],
      ]);
    });

    it('tell of reactions, each person and emoji once', async () => {
      const room = await makeRoom(ann, { members: [ben] });
      const message = await say(ben, room.id, 'hello');
      const path = `/api/messages/${message.id}/reactions/${emoji}`;

      await ben.put(path);
      await ann.put(path);
      await ann.delete(path);
      await ann.put(path);

      const items = await told(ben, 2);
      expect(items.find(({ kind }) => kind === 'reaction')).toMatchObject({
        text: '🎉',
        actor: { id: ann.id },
      });
    });
  });

  describe('around posts', () => {
    const post = async (body: string, visibility = 'public') =>
      (await ann.post<Post>('/api/posts', { body, visibility })).body;

    it('tell of comments, answers, reactions and followers', async () => {
      const { id } = await post('hello');
      const comment = await ben.post<Comment>(`/api/posts/${id}/comments`, { body: 'nice' });
      await ann.post(`/api/posts/${id}/comments`, { body: 'thanks', parentId: comment.body.id });
      await ben.put(`/api/posts/${id}/reactions/${emoji}`);
      await ann.put(`/api/comments/${comment.body.id}/reactions/${emoji}`);
      await ben.put(`/api/users/${ann.id}/follow`);

      const toAnn = await told(ann, 3);
      const toBen = await told(ben, 2);

      expect(toAnn.map(({ kind, text }) => `${kind} ${text}`).toSorted()).toEqual([
        'comment nice',
        'follow ',
        'reaction 🎉',
      ]);
      expect(toBen.map(({ kind }) => kind).toSorted()).toEqual(['reaction', 'reply']);
    });

    it('tell nobody of a post that they may not see', async () => {
      await ben.put(`/api/users/${ann.id}/follow`);

      const { id } = await post(`for @${ben.username} and @${stranger.username}`, 'followers');

      expect(await told(ben, 1)).toMatchObject([{ kind: 'mention', postId: id }]);
      expect(await unread(stranger)).toBe(0);
    });

    it('are read by looking at the post', async () => {
      const { id } = await post(`for @${ben.username}`);
      await told(ben, 1);
      const bens = await ben.connect();
      const counts = nextEvents(bens, 'notification:count', 1);

      await bens.emitWithAck('post:watch', { postId: id });

      expect(await counts).toEqual([{ count: 0 }]);
    });
  });

  it('tell of a new device and of a new password, whatever was turned off', async () => {
    await ben.post('/api/auth/password', {
      ...{ currentPassword: 'correct horse battery', newPassword: 'another battery staple' },
    });

    expect(await told(ben, 1)).toMatchObject([{ kind: 'security', text: 'password-changed', actor: null }]);
    expect((await preferences(ben)).kinds.security).toBe('push');
    const { kinds, ...others } = await preferences(ben);
    const refused = await ben.put<Problem>('/api/notifications/preferences', {
      ...others,
      kinds: { ...kinds, security: 'off' },
    });
    expect(refused.body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/kinds/security' }] });
  });

  it('are read one by one or all together, by their person alone', async () => {
    const room = await directRoom();
    await say(ann, room.id, 'one');
    await say(ann, room.id, 'two');
    const [newest] = await told(ben, 2);
    const ids = [newest?.id ?? ''];

    const foreign = await ann.post<Problem>('/api/notifications/read', { ids });
    const own = await ben.post('/api/notifications/read', { ids });

    expect(foreign.body.code).toBe('notification.not-found');
    expect(own.status).toBe(204);
    expect(await unread(ben)).toBe(1);
    const bens = await ben.connect();
    const counts = nextEvents(bens, 'notification:count', 1);
    expect((await ben.post('/api/notifications/read', {})).status).toBe(204);
    expect(await counts).toEqual([{ count: 0 }]);
    const synced = await bens.emitWithAck('sync', { rooms: {} });
    expect(synced).toMatchObject({ ok: true, data: { unreadNotifications: 0 } });
  });

  it('hide what comes from somebody who is blocked, before and after', async () => {
    const room = await makeRoom(ann, { members: [ben, stranger] });
    await say(ann, room.id, `@${ben.username} before`);
    await told(ben, 2);

    await ben.put(`/api/users/${ann.id}/block`);
    await say(ann, room.id, `@${ben.username} after`);
    await say(stranger, room.id, `@${ben.username}`);

    expect(await told(ben, 1)).toMatchObject([{ kind: 'mention', actor: { id: stranger.id } }]);
    expect(await unread(ben)).toBe(1);
  });

  it('come page by page, the newest first', async () => {
    const room = await directRoom();
    for (const text of ['one', 'two', 'three']) {
      await say(ann, room.id, text);
    }
    await told(ben, 3);

    const first = await ben.get<NotificationPage>('/api/notifications?limit=2');
    const cursor = first.body.nextCursor ?? '';
    const second = await ben.get<NotificationPage>(`/api/notifications?limit=2&cursor=${cursor}`);
    const foreign = await ann.get<Problem>(`/api/notifications?cursor=${cursor}`);

    expect([...first.body.items, ...second.body.items].map(({ text }) => text)).toEqual([
      'three',
      'two',
      'one',
    ]);
    expect(second.body.nextCursor).toBeNull();
    expect(foreign.body.code).toBe('request.invalid-cursor');
  });

  it.each([
    ['a time that is none', { quietHours: [{ day: 1, from: '25:00', to: '07:00' }] }, '/quietHours/0/from'],
    ['a day that is none', { quietHours: [{ day: 7, from: '22:00', to: '07:00' }] }, '/quietHours/0/day'],
    ['a zone that is none', { timeZone: 'Mars/Base' }, '/timeZone'],
    ['a word of nothing', { keywords: [' '] }, '/keywords'],
    ['the same word twice', { keywords: ['tea', 'tea'] }, '/keywords'],
    ['too many words', { keywords: Array.from({ length: 21 }, (_, n) => `word ${n}`) }, '/keywords'],
    ['a level that is none', { kinds: null }, '/kinds'],
    ['a field that is none', { loud: true }, '/loud'],
  ])('cannot be chosen by %s', async (_, wish, pointer) => {
    const body = { ...(await preferences(ben)), ...wish };

    const { status, body: problem } = await ben.put<Problem>('/api/notifications/preferences', body);

    expect(status).toBe(400);
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });
});
