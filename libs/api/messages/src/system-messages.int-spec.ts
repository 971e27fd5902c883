import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule, DomainEvents, Transactions } from '@parley/api-core';
import { MembershipEntity, RoomMessages, RoomNotes } from '@parley/api-rooms';
import { insertRoom } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { Message, SystemEvent } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { MessagesChanged } from './message.events.js';
import { MessagesModule } from './messages.module.js';
import { MessageSendingService } from './message-sending.service.js';
import { MessageWindowsService } from './message-windows.service.js';
import { MessagesService } from './messages.service.js';
import { messageEntities } from './testing.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('system messages (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let messages: MessagesService;
  let ann: { userId: string; sessionId: string };
  let ben: { userId: string; sessionId: string };
  let roomId: string;
  const told: Message[] = [];

  const note = (event: SystemEvent) =>
    app.get(Transactions).run(() => app.get(RoomNotes).write(roomId, ann.userId, [event]));
  const history = async () => (await app.get(MessageWindowsService).window(roomId, ben, { limit: 50 })).items;

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), MessagesModule],
    }).compile();
    messages = app.get(MessagesService);
    app.get(DomainEvents).on(MessagesChanged, (event) => void told.push(...event.messages));
    ann = { userId: await insertUser(database.source), sessionId: uuidv7() };
    ben = { userId: await insertUser(database.source), sessionId: uuidv7() };
  });

  beforeEach(async () => {
    roomId = await insertRoom(database.source, { members: [ann.userId, ben.userId] });
    told.length = 0;
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('take their places among what people write, and are told like it', async () => {
    await app.get(MessageSendingService).send({ id: uuidv7(), roomId, body: 'hello' }, ann);
    await note({ kind: 'renamed', text: 'Coffee' });
    await app.get(MessageSendingService).send({ id: uuidv7(), roomId, body: 'oh' }, ben);

    const all = await history();

    expect(all.map(({ seq, change, kind }) => [seq, change, kind])).toEqual([
      [1, 1, 'text'],
      [2, 2, 'system'],
      [3, 3, 'text'],
    ]);
    expect(all[1]).toMatchObject({
      authorId: ann.userId,
      body: '',
      system: { kind: 'renamed', text: 'Coffee' },
    });
    expect(told).toContainEqual(all[1]);
  });

  it('go with the transaction that they tell of', async () => {
    const failing = app.get(Transactions).run(async () => {
      await app.get(RoomNotes).write(roomId, ann.userId, [{ kind: 'joined' }]);
      throw new Error('after all not');
    });

    await expect(failing).rejects.toThrow('after all not');
    expect(await history()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('are the newest message of the room, and nobody has to read them', async () => {
    await note({ kind: 'joined' });

    const digest = (await app.get(RoomMessages).digests(ben.userId, [roomId])).get(roomId);

    expect(digest).toMatchObject({ unread: 0, lastMessage: { system: { kind: 'joined' } } });
  });

  it('are nobody’s words: not to be edited, and taken away by moderators alone', async () => {
    await note({ kind: 'renamed', text: 'something rude' });
    const [{ id } = { id: '' }] = await history();

    await expect(messages.edit(id, 'nothing', ann)).rejects.toMatchObject({ code: 'message.forbidden' });
    await expect(messages.delete(id, ann)).rejects.toMatchObject({ code: 'message.forbidden' });
    const { manager } = database.source;
    await manager.update(MembershipEntity, { roomId, userId: ben.userId }, { role: 'admin' });
    await messages.delete(id, ben);

    const [buried] = await history();
    expect(buried?.deletedAt).not.toBeNull();
    expect(buried).not.toHaveProperty('system');
  });
});
