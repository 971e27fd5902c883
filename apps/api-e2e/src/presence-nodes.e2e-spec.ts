import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Presence, RoomReceipts } from '@parley/contracts';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { listen, makeRoom } from './support/rooms.js';
import { TwoServers } from './support/two-servers.js';

jest.setTimeout(90_000);

/** Ann is on one server, Ben on another one of the same installation. */
describe('people on two servers', () => {
  let servers: TwoServers;
  let ann: Person;
  let ben: Person;
  let annsSocket: ClientSocket;
  let bensSocket: ClientSocket;
  let roomId: string;

  beforeAll(async () => {
    servers = await TwoServers.start();
  });

  beforeEach(async () => {
    [ann, ben] = await Promise.all([servers.first.person(), servers.second.person()]);
    ({ id: roomId } = await makeRoom(ann, { members: [ben] }));
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
    await isSeen(bensSocket, ann, 'online');
  });

  afterAll(() => servers.stop());

  const watch = async (socket: ClientSocket, { id }: Person) => {
    await socket.emitWithAck('presence:watch', { userIds: [] });
    const ack = await socket.emitWithAck('presence:watch', { userIds: [id] });
    return ack.ok ? ack.data.items[0]?.status : undefined;
  };
  /** Until whoever begins to watch now sees the person so. */
  const isSeen = async (socket: ClientSocket, person: Person, status: Presence['status']) => {
    while ((await watch(socket, person)) !== status) {
      await sleep(50);
    }
  };
  const changeHeardBy = async (socket: ClientSocket) =>
    (await nextEvents(socket, 'presence:changed', 1)).flatMap(({ items }) => items);

  it('are seen from the other one, and change there', async () => {
    const changed = changeHeardBy(bensSocket);

    await annsSocket.emitWithAck('presence:set', { status: 'dnd' });

    expect(await changed).toMatchObject([{ userId: ann.id, status: 'dnd' }]);
  });

  it('are invisible with their devices on both, whichever of them they chose it on', async () => {
    const tablet = await ann.connectTo(servers.second.url);
    const changed = changeHeardBy(bensSocket);

    await ann.patch('/api/users/me', { presence: 'invisible' });

    expect(await changed).toMatchObject([{ userId: ann.id, status: 'offline' }]);
    annsSocket.disconnect();
    await tablet.emitWithAck('presence:set', { status: 'online' });
    await isSeen(bensSocket, ann, 'offline');
  });

  it('hear of each other’s writing and reading', async () => {
    const typing = nextEvents(bensSocket, 'typing:changed', 1);
    const receipts = new Promise<RoomReceipts>((resolve) => {
      bensSocket.on('room:receipts', (event) => {
        if (event.items.some(({ userId }) => userId === ann.id)) {
          resolve(event);
        }
      });
    });
    await ben.post(`/api/chatrooms/${roomId}/messages`, { body: 'hello' });

    await annsSocket.emitWithAck('typing:start', { roomId });
    await annsSocket.emitWithAck('room:read', { roomId, seq: 1_000 });

    expect(await typing).toEqual([{ roomId, userId: ann.id, typing: true }]);
    expect(await receipts).toMatchObject({ roomId });
  });

  it('F26: who was removed on the other one is refused at once and hears nothing of the room', async () => {
    expect(await ann.delete(`/api/chatrooms/${roomId}/members/${ben.id}`)).toMatchObject({ status: 204 });
    const heard = listen(bensSocket);

    const answers = await Promise.all([
      bensSocket.emitWithAck('typing:start', { roomId }),
      bensSocket.emitWithAck('room:read', { roomId, seq: 1 }),
      bensSocket.emitWithAck('room:delivered', { roomId, seq: 1 }),
    ]);
    await annsSocket.emitWithAck('typing:start', { roomId });
    await ann.post(`/api/chatrooms/${roomId}/messages`, { body: 'without him' });
    await sleep(2_000);

    expect(answers).toMatchObject(Array(3).fill({ ok: false, problem: { code: 'room.not-found' } }));
    const about = heard.filter(({ event }) => JSON.stringify(event).includes(roomId));
    expect(about.filter(({ name }) => name !== 'room:left')).toEqual([]);
  });

  it('F26: who was signed out on the other one hears nothing more, and is seen to be gone', async () => {
    const tablet = await (await servers.first.signIn(ben.username)).connect();
    await watch(tablet, ann);
    const heard = listen(tablet);
    const gone = new Promise((resolve) => tablet.once('disconnect', resolve));
    await isSeen(annsSocket, ben, 'online');
    const changed = changeHeardBy(annsSocket);

    await ben.delete('/api/auth/sessions');
    await gone;
    bensSocket.disconnect();
    await annsSocket.emitWithAck('presence:set', { status: 'away' });
    await annsSocket.emitWithAck('typing:start', { roomId });

    expect(await changed).toMatchObject([{ userId: ben.id, status: 'offline' }]);
    const names = heard.map(({ name }) => name);
    expect(names.filter((name) => name !== 'session:closed')).toEqual([]);
  });

  it('are answered without the others when Redis is gone, and find each other again', async () => {
    const other = await servers.second.person();
    await other.connect();
    await servers.redis.stop();
    const startedAt = performance.now();

    expect(await annsSocket.emitWithAck('presence:watch', { userIds: [other.id, ann.id] })).toMatchObject({
      ok: true,
      data: { items: [{ status: 'offline' }, { status: 'online' }] },
    });
    expect(performance.now() - startedAt).toBeLessThan(1_500);

    await servers.redis.resume();
    await isSeen(annsSocket, other, 'online');
  });

  it('are gone when their server is killed', async () => {
    await isSeen(annsSocket, ben, 'online');
    const changed = changeHeardBy(annsSocket);

    servers.second.server.kill('SIGKILL');

    expect(await changed).toMatchObject([{ userId: ben.id, status: 'offline' }]);
  });
});
