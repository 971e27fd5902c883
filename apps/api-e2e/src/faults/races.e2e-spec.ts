import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { MemberChanged, Message, Room } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { checkInvariants, report } from '../support/invariants.js';
import { ApiUnderFault } from '../support/api-under-fault.js';
import type { Person } from '../support/person.js';
import { makeRoom } from '../support/rooms.js';
import { RunningApi } from '../support/running-api.js';

jest.setTimeout(60_000);

describe('the same message, everywhere at once', () => {
  let node: RunningApi;
  let otherNode: RunningApi;

  beforeAll(async () => {
    const env = { JWT_SECRET: randomUUID() };
    node = await RunningApi.start({ env });
    otherNode = await RunningApi.start({ env, database: node.database });
  });

  afterAll(async () => {
    await otherNode.stop();
    await node.stop();
  });

  it('F17: sent fifty times over HTTP and sockets of two servers, is written once, and answered alike', async () => {
    const ann = await node.person();
    const annElsewhere = ann.at(otherNode.url);
    const sockets = await Promise.all([ann.connect(), annElsewhere.connect()]);
    const room = await makeRoom(ann);

    for (let round = 1; round <= 5; round += 1) {
      const command = { id: uuidv7(), body: `round ${round}` };
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, number): Promise<{ isNew: boolean; message: Message }> => {
          const socket = sockets[number % 4];
          if (socket) {
            const ack = await socket.emitWithAck('message:send', { ...command, roomId: room.id });
            return { isNew: false, message: dataOf(ack) };
          }
          const person = number % 4 === 2 ? ann : annElsewhere;
          const { status, body } = await person.post<Message>(`/api/chatrooms/${room.id}/messages`, command);
          expect([200, 201]).toContain(status);
          return { isNew: status === 201, message: body };
        }),
      );

      expect(new Set(answers.map(({ message }) => JSON.stringify(message))).size).toBe(1);
      expect(answers[0]?.message).toMatchObject({ ...command, seq: round });
      expect(answers.filter(({ isNew }) => isNew).length).toBeLessThanOrEqual(1);
    }
    sockets.forEach((socket) => socket.disconnect());
    await report('F17', { rounds: 5, sendsARound: 50, nodes: 2 });
  });
});

describe('coming and going under load', () => {
  let api: ApiUnderFault;

  beforeAll(async () => {
    api = await ApiUnderFault.start();
  });

  afterAll(() => api.stop());

  it('F20: nobody hears anything of a room while they are not in it', async () => {
    const conversation = await api.conversation(4);
    const { room, clients } = conversation;
    await clients[0]?.person.patch(`/api/chatrooms/${room.id}`, { visibility: 'public' });
    const places = await watchPlaces(clients[0]?.person, room.id);
    let isOver = false;
    const writers = clients.map((client) => client.talkUntil(() => isOver, 5));

    const visitors = await Promise.all(
      Array.from({ length: 4 }, async () => visit(await api.person(), room, 12)),
    );
    isOver = true;
    await Promise.all(writers);
    const figures = await checkInvariants(conversation, api.query);

    await report('F20', {
      visits: visitors.length * 12,
      heard: visitors.map(({ heard }) => heard.length),
      ...figures,
    });
    for (const { person, heard } of visitors) {
      const stays = places.staysOf(person.id);
      expect(stays).toHaveLength(12);
      const isInside = ({ change }: Message) => stays.some(({ from, to }) => change > from && change < to);
      expect(heard.filter((message) => !isInside(message))).toEqual([]);
      expect(heard.length).toBeGreaterThan(0);
    }
  });
});

/** Comes and goes, listening all the time. */
async function visit(person: Person, room: Room, times: number) {
  const heard: Message[] = [];
  const socket = await person.connect();
  socket.on('message:changed', ({ messages }) => heard.push(...messages));
  for (let time = 1; time <= times; time += 1) {
    const before = heard.length;
    expect((await person.post(`/api/chatrooms/${room.id}/join`)).status).toBe(200);
    while (heard.length === before) {
      await new Promise(setImmediate);
    }
    expect((await person.post(`/api/chatrooms/${room.id}/leave`)).status).toBe(204);
  }
  // Whatever is under way arrives before the answer to a command that is sent now.
  await socket.emitWithAck('sync', { rooms: {} });
  socket.disconnect();
  return { person, heard };
}

/** Who was in the room from which change to which, as somebody tells who is always there. */
async function watchPlaces(witness: Person | undefined, roomId: string) {
  const socket = await witness?.connect();
  const changed: MemberChanged[] = [];
  socket?.on('member:changed', (event) => {
    if (event.roomId === roomId) {
      changed.push(event);
    }
  });
  const staysOf = (userId: string) => {
    const changes = changed.filter((event) => event.userId === userId);
    return changes
      .filter(({ member }) => member)
      .map(({ change: from }) => ({
        from,
        to: changes.find(({ change, member }) => !member && change > from)?.change ?? Infinity,
      }));
  };
  return { staysOf };
}

function dataOf(ack: { ok: true; data: Message } | { ok: false; problem: object }): Message {
  if (!ack.ok) {
    throw new Error(JSON.stringify(ack.problem));
  }
  return ack.data;
}
