import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { RoomMessages } from '@parley/api-rooms';
import { insertRoom } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import { v7 as uuidv7 } from 'uuid';
import { MessagesModule } from './messages.module.js';
import { MessageSendingService } from './message-sending.service.js';
import { MessagesService } from './messages.service.js';
import { messageEntities } from './testing.js';

/** Ann looks after the room, Ben and Carl are members. */
describe('calling everybody in a room (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let messages: MessagesService;
  let ann: { userId: string; sessionId: string };
  let ben: { userId: string; sessionId: string };
  let carl: string;

  const room = async (wishes: { kind?: 'group' | 'channel'; memberCount?: number } = {}) => {
    const members = [ann.userId, ben.userId, carl];
    const id = await insertRoom(database.source, { members, ...wishes });
    await database.source.query(`UPDATE memberships SET role = 'admin' WHERE room_id = $1 AND user_id = $2`, [
      id,
      ann.userId,
    ]);
    return id;
  };
  const send = async (roomId: string, actor = ben, body = 'come, @room') =>
    (await app.get(MessageSendingService).send({ id: uuidv7(), roomId, body }, actor)).message;
  const callsOf = async (userId: string, roomId: string) =>
    (await app.get(RoomMessages).digests(userId, [roomId])).get(roomId);

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), MessagesModule],
    }).compile();
    messages = app.get(MessagesService);
    ann = { userId: await insertUser(database.source, { username: 'ann' }), sessionId: uuidv7() };
    ben = { userId: await insertUser(database.source, { username: 'ben' }), sessionId: uuidv7() };
    carl = await insertUser(database.source, { username: 'carl' });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('is a mention of all others, and names nobody', async () => {
    const roomId = await room();

    const message = await send(roomId);

    expect(message).toMatchObject({ mentionsRoom: true, mentions: [] });
    expect(await callsOf(ann.userId, roomId)).toMatchObject({ unread: 1, mentions: 1 });
    expect(await callsOf(carl, roomId)).toMatchObject({ unread: 1, mentions: 1 });
    expect(await callsOf(ben.userId, roomId)).toMatchObject({ unread: 0, mentions: 0 });
  });

  it('is for everybody in a group of any size', async () => {
    expect(await send(await room({ kind: 'group', memberCount: 90 }))).toMatchObject({ mentionsRoom: true });
  });

  it('is in a large channel only for who looks after it; from others it is text', async () => {
    const roomId = await room({ memberCount: 51 });

    expect(await send(roomId)).toMatchObject({ mentionsRoom: false, body: 'come, @room' });
    expect(await send(roomId, ann)).toMatchObject({ mentionsRoom: true });
    expect(await send(await room({ memberCount: 50 }))).toMatchObject({ mentionsRoom: true });
  });

  it('comes and goes with an edit, under the same rule, and goes with the message', async () => {
    const small = await room();
    const { id } = await send(small, ben, 'come');
    const { id: other } = await send(await room({ memberCount: 51 }), ben, 'come');

    expect(await messages.edit(id, 'come, @room', ben)).toMatchObject({ mentionsRoom: true });
    expect(await messages.edit(other, 'come, @room', ben)).toMatchObject({ mentionsRoom: false });
    expect(await messages.edit(id, 'come, all', ben)).toMatchObject({ mentionsRoom: false });
    await messages.edit(id, '@room', ben);
    await messages.delete(id, ben);
    expect(await callsOf(ann.userId, small)).toMatchObject({ unread: 0, mentions: 0 });
  });
});
