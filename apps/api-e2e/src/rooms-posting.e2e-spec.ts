import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Ack, Message, MessageWindow, Room } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { nextEvents, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann owns the room, Ben is a member, Carla an admin. */
describe('who may write in a room', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let carla: Person;
  let room: Room;
  let path: string;

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, carla] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben, carla] });
    path = `/api/chatrooms/${room.id}`;
    await ann.patch(`${path}/members/${carla.id}`, { role: 'admin' });
  });

  afterAll(() => api.stop());

  const send = (who: Person, body = 'hello', id = uuidv7()) =>
    who.post<Message>(`${path}/messages`, { id, body });
  const refused = (status: number, code: string) => ({ status, body: { code } });
  const change = (changes: object, who = ann) => who.patch<Room>(path, changes);
  /** As if the person had written so many seconds ago. */
  const pretendLastSent = (who: Person, seconds: number) =>
    api.database.source.query(
      `UPDATE memberships SET last_sent_at = now() - make_interval(secs => $3)
       WHERE room_id = $1 AND user_id = $2`,
      [room.id, who.id, seconds],
    );

  it('is told to everybody in it when it changes', async () => {
    const heard = nextEvents(await ben.connect(), 'room:changed', 1);

    const { body } = await change({ posting: 'admins', slowModeSeconds: 30 });

    expect(body).toMatchObject({ posting: 'admins', slowModeSeconds: 30 });
    expect(await heard).toMatchObject([{ room: { id: room.id, posting: 'admins', slowModeSeconds: 30 } }]);
    expect(room).toMatchObject({ posting: 'everyone', slowModeSeconds: 0 });
    const { body: history } = await ben.get<MessageWindow>(`${path}/messages`);
    expect(history.items.slice(-2).map(({ system }) => system)).toEqual([
      { kind: 'posting-changed', posting: 'admins' },
      { kind: 'slow-mode-changed', seconds: 30 },
    ]);
  });

  it('are owners and admins alone, where there are announcements', async () => {
    const { id } = await say(ben, room.id, 'before');
    await change({ posting: 'admins' });

    expect(await send(ben)).toMatchObject(refused(403, 'room.forbidden'));
    expect(await ben.patch(`/api/messages/${id}`, { body: 'after' })).toMatchObject(
      refused(403, 'room.forbidden'),
    );
    expect((await send(ann)).status).toBe(201);
    expect((await send(carla)).status).toBe(201);
    // What one said oneself can still be taken back.
    expect((await ben.delete(`/api/messages/${id}`)).status).toBe(204);

    await change({ posting: 'everyone' });
    expect((await send(ben)).status).toBe(201);
  });

  it('is a member once in a while in slow mode, and owners and admins at any time', async () => {
    await change({ slowModeSeconds: 60 });
    const socket = await ben.connect();
    const id = uuidv7();

    expect((await send(ben, 'first', id)).status).toBe(201);
    const again = await send(ben, 'second');
    const ack: Ack<Message> = await socket.emitWithAck('message:send', {
      ...{ id: uuidv7(), roomId: room.id, body: 'second' },
    });
    await Promise.all([say(ann, room.id, 'one'), say(ann, room.id, 'two'), say(carla, room.id, 'three')]);

    expect(again).toMatchObject(refused(429, 'message.too-soon'));
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(ack).toMatchObject({ ok: false, problem: { code: 'message.too-soon', retryable: true } });
    const wait = ack.ok ? 0 : (ack.problem.retryAfterMs ?? 0);
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    // What is repeated because its answer was lost is no new message.
    expect((await send(ben, 'first', id)).status).toBe(200);
    await pretendLastSent(ben, 60);
    expect((await send(ben, 'third')).status).toBe(201);
  });

  it('counts from what was written before slow mode began, and across leaving and coming back', async () => {
    await say(ben, room.id, 'before');
    await change({ slowModeSeconds: 60, visibility: 'public', name: `room ${uuidv7()}` });

    expect(await send(ben)).toMatchObject(refused(429, 'message.too-soon'));
    await ben.post(`${path}/leave`);
    await ben.post(`${path}/join`);
    expect(await send(ben)).toMatchObject(refused(429, 'message.too-soon'));
  });

  it('lets one of many messages through that a member sends at once', async () => {
    await change({ slowModeSeconds: 60 });
    const socket = await ben.connect();

    const acks = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        socket.emitWithAck('message:send', { id: uuidv7(), roomId: room.id, body: `message ${index}` }),
      ),
    );

    const { body } = await ann.get<MessageWindow>(`${path}/messages`);
    expect(acks.filter(({ ok }) => ok)).toHaveLength(1);
    expect(body.items.filter(({ kind }) => kind === 'text')).toHaveLength(1);
  });

  it.each([
    ['nobody', { posting: 'nobody' }],
    ['null', { posting: null }],
    ['a time before the message', { slowModeSeconds: -1 }],
    ['half a second', { slowModeSeconds: 0.5 }],
    ['more than six hours', { slowModeSeconds: 21_601 }],
    ['a text', { slowModeSeconds: '30' }],
  ])('is not %s', async (_, changes) => {
    expect(await change(changes)).toMatchObject(refused(400, 'request.invalid'));
  });

  it('is nothing that members decide, or that groups have', async () => {
    const { body: group } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [ben.id, carla.id] });

    expect(await change({ slowModeSeconds: 5 }, ben)).toMatchObject(refused(403, 'room.forbidden'));
    expect(await ann.patch(`/api/chatrooms/${group.id}`, { posting: 'admins' })).toMatchObject(
      refused(403, 'room.forbidden'),
    );
    expect((await change({ slowModeSeconds: 5 }, carla)).status).toBe(200);
  });
});
