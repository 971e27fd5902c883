import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message, MessageWindow, Room } from '@parley/contracts';
import type { Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

describe('what the history tells of the room itself', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let cleo: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, cleo] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  afterAll(() => api.stop());

  const history = async (room: Room): Promise<Message[]> => {
    const { body } = await ann.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    return body.items;
  };
  const notes = async (room: Room) =>
    (await history(room)).map(({ authorId, system }) => ({ authorId, ...system }));

  it('begins with what somebody says, not with those who are there from the start', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });

    expect((await say(ann, room.id, 'hello')).seq).toBe(1);
  });

  it('tells who comes, who brings whom, who goes and who has to', async () => {
    const room = await makeRoom(ann, { members: [], visibility: 'public' });
    const path = `/api/chatrooms/${room.id}`;

    await ben.post(`${path}/join`);
    await ben.post(`${path}/join`);
    await ann.post(`${path}/members`, { userIds: [ben.id, cleo.id] });
    await ann.patch(`${path}/members/${ben.id}`, { role: 'admin' });
    await ben.post(`${path}/leave`);
    await ann.delete(`${path}/members/${cleo.id}`);

    expect(await notes(room)).toEqual([
      { authorId: ben.id, kind: 'joined' },
      { authorId: ann.id, kind: 'added', userIds: [cleo.id] },
      { authorId: ann.id, kind: 'role-changed', userIds: [ben.id], role: 'admin' },
      { authorId: ben.id, kind: 'left' },
      { authorId: ann.id, kind: 'removed', userIds: [cleo.id] },
    ]);
  });

  it('tells each thing that an update changes, and nothing that stays', async () => {
    const room = await makeRoom(ann, { members: [], visibility: 'private' });
    const path = `/api/chatrooms/${room.id}`;

    await ann.patch(path, { name: `${room.name} 2`, topic: 'Leaves', visibility: 'private' });
    await ann.patch(path, { visibility: 'public', archived: true });
    await ann.patch(path, { topic: 'Leaves', archived: false });

    expect(await notes(room)).toEqual([
      { authorId: ann.id, kind: 'renamed', text: `${room.name} 2` },
      { authorId: ann.id, kind: 'topic-changed', text: 'Leaves' },
      { authorId: ann.id, kind: 'visibility-changed', visibility: 'public' },
      { authorId: ann.id, kind: 'archived' },
      { authorId: ann.id, kind: 'restored' },
    ]);
  });

  it('reaches those who are in the room, and not who has just left it', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    const [hers, his] = await Promise.all([ann.connect(), ben.connect()]);
    const heard: Message[] = [];
    his.on('message:changed', ({ messages }) => void heard.push(...messages));
    const told = new Promise<Message[]>((resolve) =>
      hers.once('message:changed', ({ messages }) => resolve(messages)),
    );

    await ben.post(`/api/chatrooms/${room.id}/leave`);

    expect(await told).toMatchObject([{ kind: 'system', authorId: ben.id, system: { kind: 'left' } }]);
    await his.emitWithAck('sync', { rooms: {} });
    expect(heard).toEqual([]);
    hers.disconnect();
    his.disconnect();
  });

  it('makes nobody’s room look unread', async () => {
    const room = await makeRoom(ann, { members: [ben], visibility: 'public' });
    await cleo.post(`/api/chatrooms/${room.id}/join`);

    const { body } = await ben.get<Room>(`/api/chatrooms/${room.id}`);

    expect(body.me).toMatchObject({ unread: 0, mentions: 0 });
    expect(body.lastMessage?.system).toEqual({ kind: 'joined' });
  });
});
