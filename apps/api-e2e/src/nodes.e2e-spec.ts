import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertRoom } from '@parley/api-rooms/testing';
import type { Message } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { eventually } from './support/data-directory.js';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { TwoServers } from './support/two-servers.js';

/** Ann is on one server, Ben on another one of the same installation. */
describe('two servers', () => {
  let servers: TwoServers;
  let ann: Person;
  let ben: Person;
  let annsSocket: ClientSocket;
  let bensSocket: ClientSocket;
  let roomId: string;

  beforeAll(async () => {
    servers = await TwoServers.start();
    [ann, ben] = await Promise.all([servers.first.person(), servers.second.person()]);
  });

  beforeEach(async () => {
    roomId = await insertRoom(servers.first.database.source, { members: [ann.id, ben.id] });
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
  });

  afterAll(() => servers.stop());

  const send = (socket: ClientSocket, body: string) =>
    socket.emitWithAck('message:send', { id: uuidv7(), roomId, body });

  /** What is said on the first server until it is heard on the second. */
  const expectHeard = (body: string) =>
    eventually(async () => {
      const heard = nextEvents(bensSocket, 'message:changed', 1);
      await send(annsSocket, body);
      const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('not heard')), 300));
      await Promise.race([heard, late]);
    });

  it('bring what is said on one to those on the other', async () => {
    const heard = nextEvents(bensSocket, 'message:changed', 1);

    const ack = await send(annsSocket, 'hello');

    expect(await heard).toEqual([{ roomId, messages: [ack.ok && ack.data] }]);
  });

  it('tell nobody of a room after the leaving was answered', async () => {
    const heard: Message[] = [];
    const elsewhere = await ben.connectTo(servers.first.url);
    for (const socket of [bensSocket, elsewhere]) {
      socket.on('message:changed', ({ messages }) => void heard.push(...messages));
    }

    expect(await ben.post(`/api/chatrooms/${roomId}/leave`)).toMatchObject({ status: 204 });
    const annHears = nextEvents(annsSocket, 'message:changed', 1);
    await send(annsSocket, 'now that he is gone');

    await annHears;
    // Answered after everything that was sent to these sockets before.
    await Promise.all([bensSocket, elsewhere].map((socket) => socket.emitWithAck('sync', { rooms: {} })));
    expect(heard.filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  it('close the sockets of a session that was ended on the other', async () => {
    const tablet = await servers.second.signIn(ann.username);
    const socket = await tablet.connect();
    const closed = nextEvents(socket, 'session:closed', 1);

    await ann.delete('/api/auth/sessions');

    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
  });

  it('work on without Redis, each for its own people, and find each other again', async () => {
    await servers.redis.stop();
    const heard = nextEvents(annsSocket, 'message:changed', 1);
    const startedAt = performance.now();

    expect(await send(annsSocket, 'alone')).toMatchObject({ ok: true });
    await heard;
    expect(await ben.post(`/api/chatrooms/${roomId}/leave`)).toMatchObject({ status: 204 });
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    expect((await servers.first.get('/api/health/ready')).status).toBe(503);

    await servers.redis.resume();
    roomId = await insertRoom(servers.first.database.source, { members: [ann.id, ben.id] });
    [annsSocket, bensSocket] = await Promise.all([ann.connect(), ben.connect()]);
    await expectHeard('together again');
  });

  it('wait for a frozen Redis with nothing', async () => {
    servers.redis.kill('SIGSTOP');
    try {
      const startedAt = performance.now();
      const heard = nextEvents(annsSocket, 'message:changed', 1);

      expect(await send(annsSocket, 'is it cold')).toMatchObject({ ok: true });
      await heard;
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    } finally {
      servers.redis.kill('SIGCONT');
    }
    await expectHeard('warm again');
  });
});
