import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, Room, RoomChanges, RoomList, Synced } from '@parley/contracts';
import { nextEvents, type Person } from './support/person.js';
import { listen, makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns the room, Ben is a member. */
describe('catching up', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let room: Room;
  let path: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben] });
    path = `/api/chatrooms/${room.id}`;
  });

  afterAll(() => api.stop());

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const changes = async (since: number, more = '', who = ben) =>
    (await who.get<RoomChanges>(`${path}/changes?since=${since}${more}`)).body;

  describe('on the changes of a room', () => {
    it('brings everything that is newer, in its latest version', async () => {
      const first = await say(ann, room.id, 'one');
      const second = await say(ben, room.id, 'two');
      await stranger.post(`${path}/join`);
      await ann.post(`${path}/members`, { userIds: [stranger.id] });
      const { body: edited } = await ann.patch<Message>(`/api/messages/${first.id}`, { body: 'one!' });
      const { body: renamed } = await ann.patch<Room>(path, { topic: 'New' });

      const all = await changes(room.lastChange);

      // Two messages, somebody who comes, an edit, a topic, and two lines that tell of it.
      expect(all).toMatchObject({ upTo: room.lastChange + 7, more: false, reset: false });
      expect(all.messages).toMatchObject([
        second,
        { authorId: ann.id, system: { kind: 'added', userIds: [stranger.id] } },
        edited,
        { authorId: ann.id, system: { kind: 'topic-changed', text: 'New' } },
      ]);
      expect(all.members).toMatchObject([
        { userId: stranger.id, change: second.change + 1, member: { role: 'member' }, memberCount: 3 },
      ]);
      expect(all.room).toMatchObject({ topic: 'New', lastChange: renamed.lastChange });
    });

    it('brings nothing when there is nothing', async () => {
      expect(await changes(room.lastChange)).toEqual({
        ...{ upTo: room.lastChange, more: false, reset: false, messages: [], members: [] },
      });
    });

    it('tells of who has gone', async () => {
      await ben.post(`${path}/leave`);

      expect((await changes(room.lastChange, '', ann)).members).toMatchObject([
        { userId: ben.id, member: null, memberCount: 1 },
      ]);
    });

    it('comes in pages that leave nothing out', async () => {
      for (const number of [1, 2, 3, 4, 5]) {
        await say(number % 2 ? ann : ben, room.id, `message ${number}`);
        await ann.post(`${path}/members`, { userIds: [(await api.person()).id] });
      }
      const numbers: number[] = [];
      let page: RoomChanges | undefined;
      while (!page || page.more) {
        page = await changes(page?.upTo ?? room.lastChange, '&limit=3');
        expect(page.messages.length + page.members.length).toBeLessThanOrEqual(3);
        numbers.push(
          ...[...page.messages, ...page.members].map(({ change }) => change).toSorted((a, b) => a - b),
        );
      }

      expect(numbers).toEqual(Array.from({ length: 15 }, (_, i) => room.lastChange + 1 + i));
      expect(page.upTo).toBe(room.lastChange + 15);
    });

    it('starts anew for who is too far behind, ahead, or comes with another database', async () => {
      const socket = await ben.connect();
      const ack = await socket.emitWithAck('sync', { rooms: {} });
      const generation = ack.ok ? ack.data.generation : '';
      await api.database.source.query('UPDATE rooms SET last_change = last_change + 2000 WHERE id = $1', [
        room.id,
      ]);
      const head = room.lastChange + 2_000;

      const reset = { upTo: head, more: false, reset: true, messages: [], members: [] };
      expect(await changes(room.lastChange - 1)).toEqual(reset);
      expect(await changes(head + 1)).toEqual(reset);
      expect(await changes(head, `&generation=${randomUUID()}`)).toEqual(reset);
      expect(await changes(head, `&generation=${generation}`)).toMatchObject({ reset: false });
      expect(await changes(room.lastChange)).toMatchObject({ reset: false, upTo: head, more: false });
    });

    it.each([
      ['', 400],
      ['since=-1', 400],
      ['since=x', 400],
      ['since=1.5', 400],
      ['since=1&since=2', 400],
      ['since=0&limit=0', 400],
      ['since=0&limit=101', 400],
      ['since=0&generation=x', 400],
      ['since=1e300', 200],
    ])('answers %s with %i', async (query, status) => {
      expect((await ben.get(`${path}/changes?${query}`)).status).toBe(status);
    });

    it('is not for strangers', async () => {
      const open = await makeRoom(ann, { visibility: 'public' });

      expect(await stranger.get(`${path}/changes?since=0`)).toMatchObject(refused(404, 'room.not-found'));
      expect(await stranger.get(`/api/chatrooms/${open.id}/changes?since=0`)).toMatchObject(
        refused(403, 'room.not-a-member'),
      );
    });
  });

  describe('after a connect', () => {
    it('names the rooms that have changed, and shows all rooms', async () => {
      const carol = await api.person();
      const [known, changed, unknown] = [await makeRoom(carol), await makeRoom(carol), await makeRoom(carol)];
      const socket = await carol.connect();
      await say(carol, changed.id, 'hello');

      const ack = await socket.emitWithAck('sync', {
        rooms: { [known.id]: known.lastChange, [changed.id]: changed.lastChange },
      });

      const data = dataOf(ack);
      expect(data.stale.toSorted()).toEqual([changed.id, unknown.id].toSorted());
      const { body } = await carol.get<RoomList>('/api/chatrooms/mine');
      expect(data.rooms.toSorted(byId)).toEqual(body.items.toSorted(byId));
      expect(data.generation).toMatch(/^[0-9a-f-]{36}$/);
      expect(data.unreadNotifications).toBe(0);
    });

    it('says nothing of rooms that are not one’s own', async () => {
      const socket = await stranger.connect();

      const ack = await socket.emitWithAck('sync', { rooms: { [room.id]: 0 } });

      expect(JSON.stringify(dataOf(ack))).not.toContain(room.id);
    });

    it.each([
      [{}],
      [{ rooms: [] }],
      [{ rooms: { x: 1 } }],
      [{ rooms: { [randomUUID()]: -1 } }],
      [{ rooms: { [randomUUID()]: '1' } }],
      [{ rooms: { [randomUUID()]: 2 ** 60 } }],
      [{ rooms: Object.fromEntries(Array.from({ length: 1_001 }, () => [randomUUID(), 1])) }],
      [{ rooms: {}, more: 1 }],
    ])('refuses %.60j', async (payload) => {
      const socket = await ben.connect();

      const ack = await socket.emitWithAck('sync', payload as never);

      expect(ack).toMatchObject({ ok: false, problem: { code: 'request.invalid' } });
    });
  });

  describe('by reading', () => {
    beforeEach(async () => {
      await say(ann, room.id, 'one');
      await say(ann, room.id, `@${ben.username} two`);
      await say(ann, room.id, 'three');
    });

    const place = async () => (await ben.get<Room>(path)).body.me;

    it('moves the marker over a socket, and on all other devices', async () => {
      const [here, there] = await Promise.all([ben.connect(), ben.connect()]);
      const heard = nextEvents(there, 'room:marker', 1);

      const ack = await here.emitWithAck('room:read', { roomId: room.id, seq: 1 });

      const marker = { lastReadSeq: 1, unreadFrom: null, unread: 2, mentions: 1 };
      expect(ack).toEqual({ ok: true, data: marker });
      expect(await heard).toEqual([{ roomId: room.id, ...marker }]);
      expect(await place()).toMatchObject(marker);
    });

    it('moves it over HTTP as well, never back, and not beyond the end', async () => {
      const socket = await ben.connect();
      const heard = nextEvents(socket, 'room:marker', 2);
      const read = (seq: number) => ben.put(`${path}/read`, { seq });

      expect((await read(2)).status).toBe(204);
      expect((await read(1)).status).toBe(204);
      expect((await read(Number.MAX_SAFE_INTEGER)).status).toBe(204);

      expect(await heard).toEqual([
        { roomId: room.id, lastReadSeq: 2, unreadFrom: null, unread: 1, mentions: 0 },
        { roomId: room.id, lastReadSeq: 3, unreadFrom: null, unread: 0, mentions: 0 },
      ]);
      await say(ann, room.id, 'four');
      expect(await place()).toMatchObject({ lastReadSeq: 3, unread: 1 });
    });

    it('counts neither what one wrote nor what was deleted', async () => {
      const four = await say(ann, room.id, 'four');
      await say(ben, room.id, 'mine');
      const six = await say(ann, room.id, 'six');
      await say(ann, room.id, 'seven');
      await ann.delete(`/api/messages/${four.id}`);
      await ann.delete(`/api/messages/${six.id}`);

      expect(await place()).toMatchObject({ lastReadSeq: 5, unread: 1 });
      expect((await ann.get<Room>(path)).body.me).toMatchObject({ lastReadSeq: 7, unread: 0 });
    });

    it('is known to nobody else', async () => {
      const socket = await ann.connect();
      const heard = listen(socket);
      const fence = nextEvents(socket, 'message:changed', 1);

      await ben.put(`${path}/read`, { seq: 2 });
      await say(ann, room.id, 'four');
      await fence;

      const markers = heard.filter(({ name }) => name === 'room:marker').map(({ event }) => event);
      expect(markers).not.toContainEqual(expect.objectContaining({ lastReadSeq: 2 }));
    });

    it.each([[-1], [1.5], ['1'], [null], [1e300], [2 ** 63], [undefined]])('not up to %p', async (seq) => {
      const socket = await ben.connect();

      const ack = await socket.emitWithAck('room:read', { roomId: room.id, seq } as never);

      expect(ack).toMatchObject({ ok: false, problem: { code: 'request.invalid' } });
      expect(await ben.put(`${path}/read`, { seq })).toMatchObject(refused(400, 'request.invalid'));
    });

    it('not as a stranger', async () => {
      const socket = await stranger.connect();

      expect(await socket.emitWithAck('room:read', { roomId: room.id, seq: 1 })).toMatchObject({
        ok: false,
        problem: { code: 'room.not-found', status: 404 },
      });
      expect(await stranger.put(`${path}/read`, { seq: 1 })).toMatchObject(refused(404, 'room.not-found'));
    });
  });
});

function dataOf(ack: { ok: true; data: Synced } | { ok: false; problem: object }): Synced {
  if (!ack.ok) {
    throw new Error(JSON.stringify(ack.problem));
  }
  return ack.data;
}

function byId(a: Room, b: Room): number {
  return a.id < b.id ? -1 : 1;
}
