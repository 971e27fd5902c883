import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MessageWindow, Room } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { nextEvents, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns the room, Ben is a member. */
describe('finding messages again', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let roomId: string;
  let path: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  beforeEach(async () => {
    roomId = (await makeRoom(ann, { members: [ben] })).id;
    path = `/api/chatrooms/${roomId}`;
  });

  afterAll(() => api.stop());

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const ownPlace = async () => (await ann.get<Room>(path)).body.me;

  describe('by date', () => {
    const at = (time: string, more = '') =>
      ann.get<MessageWindow>(`${path}/messages?at=${encodeURIComponent(time)}${more}`);

    it('shows the first message on or after a time, and what surrounds it', async () => {
      const said = [];
      for (const body of ['one', 'two', 'three']) {
        said.push(await say(ben, roomId, body));
      }
      const [, second] = said;

      const { body } = await at(second?.createdAt ?? '', '&limit=1');

      expect(body).toMatchObject({ foundSeq: 2, hasBefore: true, hasAfter: true });
      expect(body.items).toMatchObject([{ body: 'two' }]);
      expect((await at('2000-01-01T00:00:00+02:00')).body).toMatchObject({ foundSeq: 1 });
    });

    it('shows the newest one when all are older, and nothing in an empty room', async () => {
      expect((await at('2999-01-01T00:00:00Z')).body).toMatchObject({ foundSeq: 0, items: [] });
      await say(ben, roomId, 'one');
      await say(ben, roomId, 'two');

      expect((await at('2999-01-01T00:00:00Z')).body).toMatchObject({ foundSeq: 2, hasAfter: false });
    });

    it.each(['yesterday', '2026-11-20', '', '0'])('does not take %j for a time', async (time) => {
      expect(await at(time)).toMatchObject(refused(400, 'request.invalid'));
    });

    it('takes no other place beside it', async () => {
      expect(await at('2026-01-01T00:00:00Z', '&around=1')).toMatchObject(refused(400, 'request.invalid'));
    });
  });

  describe('marked as unread', () => {
    beforeEach(async () => {
      await say(ben, roomId, 'one');
      await say(ben, roomId, `two @${ann.username}`);
      await say(ben, roomId, 'three');
      await ann.put(`${path}/read`, { seq: 3 });
    });

    it('they count again, on all devices, while the read marker stays', async () => {
      const [here, there] = await Promise.all([ann.connect(), ann.connect()]);
      const heard = nextEvents(there, 'room:marker', 1);

      const ack = await here.emitWithAck('room:unread', { roomId, seq: 2 });

      const marker = { lastReadSeq: 3, unreadFrom: 2, unread: 2, mentions: 1 };
      expect(ack).toEqual({ ok: true, data: marker });
      expect(await heard).toEqual([{ roomId, ...marker }]);
      expect(await ownPlace()).toMatchObject(marker);
      const synced = await here.emitWithAck('sync', { rooms: {} });
      const room = synced.ok ? synced.data.rooms.find(({ id }) => id === roomId) : undefined;
      expect(room?.me).toMatchObject(marker);
    });

    it('until somebody reads in the room, however far', async () => {
      const socket = await ann.connect();
      expect(await ann.put(`${path}/unread`, { seq: 1 })).toMatchObject({ status: 204 });
      const heard = nextEvents(socket, 'room:marker', 1);

      const ack = await socket.emitWithAck('room:read', { roomId, seq: 1 });

      const marker = { lastReadSeq: 3, unreadFrom: null, unread: 0, mentions: 0 };
      expect(ack).toEqual({ ok: true, data: marker });
      expect(await heard).toEqual([{ roomId, ...marker }]);
    });

    it('until the person writes in the room', async () => {
      await ann.put(`${path}/unread`, { seq: 1 });
      const socket = await ann.connect();

      await socket.emitWithAck('message:send', { id: uuidv7(), roomId, body: 'four' });

      expect(await ownPlace()).toMatchObject({ unreadFrom: null, unread: 0 });
    });

    it('from the newest one at the latest, also when it is one’s own', async () => {
      await say(ann, roomId, 'four');

      await ann.put(`${path}/unread`, { seq: 99 });

      expect(await ownPlace()).toMatchObject({ lastReadSeq: 4, unreadFrom: 4, unread: 0 });
    });

    it('never in an empty room, and not by a number that is none', async () => {
      const empty = await makeRoom(ann);
      await ann.put(`/api/chatrooms/${empty.id}/unread`, { seq: 1 });

      expect((await ann.get<Room>(`/api/chatrooms/${empty.id}`)).body.me).toMatchObject({ unreadFrom: null });
      for (const seq of [0, -1, 1.5, '1', null]) {
        expect(await ann.put(`${path}/unread`, { seq })).toMatchObject(refused(400, 'request.invalid'));
      }
    });

    it('and whoever leaves and comes back has no mark', async () => {
      await ben.put(`${path}/unread`, { seq: 1 });
      await ben.post(`${path}/leave`);
      await ann.post(`${path}/members`, { userIds: [ben.id] });

      expect((await ben.get<Room>(path)).body.me).toMatchObject({ unreadFrom: null, unread: 0 });
    });
  });

  it('a call for everybody is a mention, for those who come back too', async () => {
    const socket = await ben.connect();
    const heard = nextEvents(socket, 'message:changed', 1);

    const message = await say(ann, roomId, 'lunch, @room');

    expect(message).toMatchObject({ mentionsRoom: true, mentions: [] });
    expect(await heard).toEqual([{ roomId, messages: [message] }]);
    expect((await ben.get<Room>(path)).body.me).toMatchObject({ unread: 1, mentions: 1 });
  });

  it('nobody is called Room', async () => {
    const account = { username: 'Room', email: 'room@example.org', password: 'correct horse battery' };

    expect(await ann.post('/api/auth/register', account)).toMatchObject(refused(409, 'auth.username-taken'));
  });
});
