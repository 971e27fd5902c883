import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  MemberMarkers,
  Message,
  MessageReceipts,
  Receipt,
  Room,
  RoomMarker,
  RoomReceipts,
} from '@parley/contracts';
import type { ClientSocket, Person } from './support/person.js';
import { listen, makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann writes to Ben and Cleo. */
describe('receipts', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let cleo: Person;
  let stranger: Person;
  let room: Room;
  let path: string;
  let annsSocket: ClientSocket;
  let bensSocket: ClientSocket;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, cleo, stranger] = await Promise.all([api.person(), api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben, cleo] });
    path = `/api/chatrooms/${room.id}`;
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
  });

  afterAll(() => api.stop());

  const deliver = (socket: ClientSocket, seq: number) =>
    socket.emitWithAck('room:delivered', { roomId: room.id, seq });
  const read = (socket: ClientSocket, seq: number) =>
    socket.emitWithAck('room:read', { roomId: room.id, seq });
  const receiptsOf = async ({ id }: Message, who = ann) =>
    (await who.get<MessageReceipts>(`/api/messages/${id}/receipts`)).body;
  const markersFor = async (who: Person) => {
    const { items } = (await who.get<RoomReceipts>(`${path}/receipts`)).body;
    return Object.fromEntries(items.map(({ userId, ...markers }) => [userId, markers]));
  };
  /** Until somebody's markers are told to be at least there. */
  const told = (socket: ClientSocket, userId: string, wanted: Partial<MemberMarkers>) =>
    new Promise<MemberMarkers>((resolve) => {
      socket.on('room:receipts', ({ roomId, items }) => {
        const found = items.find(
          (item) =>
            item.userId === userId &&
            item.lastReadSeq >= (wanted.lastReadSeq ?? 0) &&
            item.lastDeliveredSeq >= (wanted.lastDeliveredSeq ?? 0),
        );
        if (roomId === room.id && found) {
          resolve(found);
        }
      });
    });
  const share = (who: Person, readReceipts: boolean) => who.patch('/api/users/me', { readReceipts });

  it('tell the room what has arrived, and then what was read', async () => {
    await say(ann, room.id, 'hello');
    const delivered = told(annsSocket, ben.id, { lastDeliveredSeq: 1 });
    const wasRead = told(annsSocket, ben.id, { lastReadSeq: 1 });

    expect(await deliver(bensSocket, 1)).toEqual({ ok: true, data: {} });
    expect(await delivered).toEqual({ userId: ben.id, lastReadSeq: 0, lastDeliveredSeq: 1 });
    expect(await read(bensSocket, 1)).toMatchObject({ ok: true, data: { lastReadSeq: 1, unread: 0 } });
    expect(await wasRead).toEqual({ userId: ben.id, lastReadSeq: 1, lastDeliveredSeq: 1 });

    expect(await markersFor(ann)).toEqual({
      [ben.id]: { lastReadSeq: 1, lastDeliveredSeq: 1 },
      [cleo.id]: { lastReadSeq: 0, lastDeliveredSeq: 0 },
    });
  });

  it('tell of each person where they are with a message, and since when', async () => {
    const startedAt = Date.now();
    const first = await say(ann, room.id, 'one');
    const second = await say(ann, room.id, 'two');
    await read(bensSocket, 1);
    const between = Date.now();
    await read(bensSocket, 2);
    await deliver(await cleo.connect(), 1);

    const [older, newer] = [await receiptsOf(first), await receiptsOf(second)];

    expect(older).toMatchObject({
      ...{ readBy: [{ userId: ben.id }], deliveredTo: [{ userId: cleo.id }], pending: 0, pendingIds: [] },
    });
    expect(newer).toMatchObject({ readBy: [{ userId: ben.id }], deliveredTo: [], pending: 1 });
    expect(newer.pendingIds).toEqual([cleo.id]);
    const at = ([receipt]: Receipt[]) => Date.parse(receipt?.at ?? '');
    expect(at(older.readBy)).toBeGreaterThanOrEqual(startedAt - 1_000);
    expect(at(older.readBy)).toBeLessThanOrEqual(between);
    expect(at(newer.readBy)).toBeGreaterThanOrEqual(between);
    expect(Number.isNaN(at(older.deliveredTo))).toBe(false);
  });

  it('take an answer for a sign that its writer has read', async () => {
    const question = await say(ann, room.id, 'well?');
    const known = told(annsSocket, ben.id, { lastReadSeq: 2 });

    const answer = await say(ben, room.id, 'yes');

    expect((await receiptsOf(question)).readBy).toEqual([{ userId: ben.id, at: answer.createdAt }]);
    await known;
  });

  it('never go back, and not beyond the end', async () => {
    const message = await say(ann, room.id, 'one');
    await read(bensSocket, Number.MAX_SAFE_INTEGER);
    await deliver(bensSocket, 0);
    const [before] = (await receiptsOf(message)).readBy;

    await read(bensSocket, 0);
    await read(bensSocket, 1);

    expect(await markersFor(ann)).toMatchObject({ [ben.id]: { lastReadSeq: 1, lastDeliveredSeq: 1 } });
    expect((await receiptsOf(message)).readBy).toEqual([before]);
  });

  it('are about those who were there when it was written', async () => {
    const before = await say(ann, room.id, 'before');
    await ann.post(`${path}/members`, { userIds: [stranger.id] });
    const after = await say(ann, room.id, 'after');
    await ann.delete(`${path}/members/${cleo.id}`);

    expect((await receiptsOf(before)).pendingIds).toEqual([ben.id]);
    expect((await receiptsOf(after)).pendingIds).toEqual([ben.id, stranger.id].toSorted());
  });

  it('are gathered: a hundred markers of one person are a few events', async () => {
    for (let count = 0; count < 20; count += 1) {
      await say(ann, room.id, `message ${count}`);
    }
    const end = told(annsSocket, ben.id, { lastReadSeq: 20 });
    const heard = listen(annsSocket);

    await Promise.all(Array.from({ length: 20 }, (_, place) => read(bensSocket, place + 1)));
    await end;

    expect(heard.filter(({ name }) => name === 'room:receipts').length).toBeLessThan(4);
  });

  describe('of who does not share theirs', () => {
    afterEach(() => Promise.all([ann, ben].map((person) => share(person, true))));

    it('say no more than that a message has arrived', async () => {
      await share(ben, false);
      const message = await say(ann, room.id, 'hello');
      const delivered = told(annsSocket, ben.id, { lastDeliveredSeq: 1 });

      await read(bensSocket, 1);

      expect(await delivered).toEqual({ userId: ben.id, lastReadSeq: 0, lastDeliveredSeq: 1 });
      expect(await markersFor(ann)).toMatchObject({ [ben.id]: { lastReadSeq: 0, lastDeliveredSeq: 1 } });
      expect(await receiptsOf(message)).toMatchObject({ readBy: [], deliveredTo: [{ userId: ben.id }] });
    });

    it('are hidden, and those of the others from them', async () => {
      await share(ann, false);
      const message = await say(ann, room.id, 'hello');
      const heard = listen(annsSocket);
      const cleosSocket = await cleo.connect();
      const others = told(cleosSocket, ben.id, { lastReadSeq: 1 });

      await read(bensSocket, 1);
      await others;
      await annsSocket.emitWithAck('sync', { rooms: {} });

      expect(heard.filter(({ name }) => name === 'room:receipts')).toEqual([]);
      expect(await markersFor(ann)).toMatchObject({ [ben.id]: { lastReadSeq: 0, lastDeliveredSeq: 1 } });
      expect(await receiptsOf(message)).toMatchObject({ readBy: [], deliveredTo: [{ userId: ben.id }] });
    });
  });

  describe('in a room with more than a hundred people', () => {
    it('are not kept', async () => {
      const crowd = await api.database.source.query<{ id: string }[]>(
        `INSERT INTO users (id, username, email, password_hash, display_name)
         SELECT id, 'c-' || left(id::text, 30), id || '@example.org', '', 'Somebody'
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 98)) AS t RETURNING id`,
      );
      await ann.post(`${path}/members`, { userIds: crowd.map(({ id }) => id) });
      const message = await say(ann, room.id, 'hello');
      const heard = listen(annsSocket);

      expect(await read(bensSocket, 1)).toMatchObject({ ok: true, data: { lastReadSeq: 1 } });
      const answers = await Promise.all(
        [`${path}/receipts`, `/api/messages/${message.id}/receipts`].map((address) => ann.get(address)),
      );

      expect(answers).toMatchObject(
        Array(2).fill({ status: 409, body: { code: 'room.too-large' } }) as object[],
      );
      expect(heard.filter(({ name }) => name === 'room:receipts')).toEqual([]);
      const rows = await api.database.source.query<object[]>(`SELECT FROM receipt_moves WHERE room_id = $1`, [
        room.id,
      ]);
      expect(rows).toEqual([]);
    });
  });

  it.each([
    [{ seq: 1 }],
    [{ roomId: randomUUID() }],
    [{ roomId: randomUUID(), seq: -1 }],
    [{ roomId: randomUUID(), seq: '1' }],
    [{ roomId: randomUUID(), seq: 1, at: 'now' }],
  ])('are refused as %j', async (payload) => {
    const ack = await bensSocket.emitWithAck('room:delivered', payload as { roomId: string; seq: number });

    expect(ack).toMatchObject({ ok: false, problem: { code: 'request.invalid' } });
  });

  it('tell the writer’s other devices where they are now, after sending', async () => {
    await say(ben, room.id, 'one');
    const tablet = await ann.connect();
    const heard = new Promise<RoomMarker>((resolve) => {
      tablet.on('room:marker', (marker) => marker.roomId === room.id && resolve(marker));
    });

    await say(ann, room.id, 'two');

    expect(await heard).toMatchObject({ roomId: room.id, lastReadSeq: 2, unread: 0, mentions: 0 });
  });

  it('are forgotten after a while, though not that something was read', async () => {
    const message = await say(ann, room.id, 'long ago');
    await read(bensSocket, 1);
    await api.database.source.query(`DELETE FROM receipt_moves WHERE room_id = $1`, [room.id]);

    expect((await receiptsOf(message)).readBy).toEqual([{ userId: ben.id, at: null }]);
  });
});
