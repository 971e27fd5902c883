import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertRoom } from '@parley/api-rooms/testing';
import type { Ack } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import WebSocket from 'ws';
import { type ClientSocket, nextEvents, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

/** What the types of the contract would not let a client send. */
interface Untyped {
  emit: (...parameters: unknown[]) => void;
  emitWithAck: (...parameters: unknown[]) => Promise<Ack<never>>;
}

const deep = (levels: number): object => (levels === 0 ? {} : { deeper: deep(levels - 1) });
const gone = (socket: ClientSocket) =>
  new Promise<string>((resolve) => socket.once('disconnect', (reason) => resolve(reason)));

describe('sockets', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let socket: ClientSocket;
  let untyped: Untyped;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben] = await Promise.all([api.person(), api.person()]);
  });

  beforeEach(async () => {
    socket = await ann.connect();
    untyped = socket as unknown as Untyped;
  });

  afterAll(() => api.stop());

  const expectAlive = async () => {
    const { ok } = await (await ben.connect()).emitWithAck('sync', { rooms: {} });
    expect(ok).toBe(true);
  };

  describe('refuse, and stay open for, ', () => {
    it.each<[string, unknown[]]>([
      ['a command that is not there', ['message:shout', {}]],
      ['a name out of the prototype', ['toString', {}]],
      ['a binary payload', ['sync', Buffer.from('rooms')]],
      ['binary inside of a payload', ['message:send', { id: Buffer.from('x'), roomId: 'x', body: 'x' }]],
      ['twenty payloads', ['sync', ...Array.from({ length: 20 }, () => ({ rooms: {} }))]],
      ['no payload', ['sync']],
      ['a payload that is too deep', ['sync', { rooms: deep(17) }]],
      [
        'ten thousand unknown fields',
        ['sync', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, 1]))],
      ],
      ['a payload with another constructor', ['sync', { rooms: {}, constructor: 'Sync' }]],
      ['a payload with another prototype', ['sync', JSON.parse('{"rooms":{},"__proto__":{"x":1}}')]],
    ])('%s', async (_, command) => {
      const ack = await untyped.emitWithAck(...command);

      expect(ack).toMatchObject({ ok: false, problem: { code: 'request.invalid', status: 400 } });
      expect(JSON.stringify(ack).length).toBeLessThan(5_000);
      expect(await socket.emitWithAck('sync', { rooms: {} })).toMatchObject({ ok: true });
    });
  });

  it('do not mind commands that want no answer', async () => {
    untyped.emit('message:shout', {});
    untyped.emit('message:send', { body: 'x' });
    untyped.emit('sync', null);

    expect(await socket.emitWithAck('sync', { rooms: {} })).toMatchObject({ ok: true });
  });

  it.each([
    ['a frame that is too large', `42["sync",${JSON.stringify('x'.repeat(200_000))}]`],
    ['a frame that is no packet', '4{"what"'],
    ['an unknown packet', '49'],
    ['a packet that is cut off', '42["sync"'],
    ['a reserved name', '42["disconnect"]'],
    ['a promise of binary that never comes', '451-["sync",{"_placeholder":true,"num":0}]'],
    ['an attachment that does not exist', '451-["sync",{"_placeholder":true,"num":5}]'],
    ['a million attachments', '451000000-["sync"]'],
    ['an unknown namespace', '40/admin,{"token":"x"}'],
    ['an unknown engine packet', '9'],
    ['binary nobody asked for', Buffer.from([1, 2, 3])],
    ['a very deep payload', `42["sync",${'['.repeat(20_000)}${']'.repeat(20_000)}]`],
  ])('live on after %s', async (_, frame) => {
    const raw = new WebSocket(`${api.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    raw.on('error', () => undefined);
    await once(raw, 'open');
    raw.send(`40${JSON.stringify({ token: ann.token })}`);
    await once(raw, 'message');

    raw.send(frame);
    raw.send('42["sync",{"rooms":{}}]');

    await expectAlive();
    raw.terminate();
  });

  it('tell before the token ends, then that it has ended, and close', async () => {
    const token = await api.shortToken(ann, 4);
    const early = ann.socket({ auth: { token } });
    const told = nextEvents(early, 'auth:expiring', 1);
    const closed = nextEvents(early, 'session:closed', 1);
    const left = gone(early);

    expect((await told)[0]?.inSeconds).toBeLessThanOrEqual(4);
    expect(await closed).toEqual([{ reason: 'auth-expired' }]);
    await left;
    await expect(ann.connect({ auth: { token } })).rejects.toMatchObject({
      data: { code: 'auth.token-expired' },
    });
  });

  it('stay open with a new token of the same session, and with no other', async () => {
    const token = await api.shortToken(ann, 4);
    const short = await ann.connect({ auth: { token } });
    const left = gone(short);
    const itsTokenEnded = gone(await ann.connect({ auth: { token } }));

    const bens = await short.emitWithAck('auth:refresh', { token: ben.token });
    const own = await short.emitWithAck('auth:refresh', { token: ann.token });

    expect(bens).toMatchObject({ ok: false, problem: { code: 'auth.token-invalid' } });
    expect(own).toMatchObject({ ok: true, data: { expiresIn: expect.any(Number) } });
    await itsTokenEnded;
    const answer = short.emitWithAck('sync', { rooms: {} });
    expect(await Promise.race([left, answer])).toMatchObject({ ok: true });
  });

  it('cut off who does not take what is said, and nobody else', async () => {
    const roomId = await insertRoom(api.database.source, { members: [ann.id, ben.id] });
    const [writer, reader, sleeper] = await Promise.all([ann.connect(), ann.connect(), ben.connect()]);
    let heard = 0;
    reader.on('message:changed', ({ messages }) => (heard += messages.length));
    const { _socket: connection } = Reflect.get(sleeper.io.engine.transport, 'ws') as WebSocket & {
      _socket: { pause: () => void; resume: () => void };
    };
    connection.pause();
    const body = '€'.repeat(20_000);

    for (let round = 0; round < 40; round += 1) {
      const twenty = Array.from({ length: 20 }, () => ({ id: uuidv7(), roomId, body }));
      await Promise.all(twenty.map((message) => writer.emitWithAck('message:send', message)));
      if (api.server.output.includes('slow-consumer')) {
        break;
      }
    }
    const left = gone(sleeper);
    connection.resume();

    expect(await left).toMatch(/transport (close|error)/);
    expect(heard).toBeGreaterThan(20);
    expect(writer.connected && reader.connected).toBe(true);
  });
});
