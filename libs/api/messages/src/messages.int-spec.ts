import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { RoomMessages } from '@parley/api-rooms';
import { insertRoom } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import { v7 as uuidv7 } from 'uuid';
import { ChangesService } from './changes.service.js';
import { MessagesModule } from './messages.module.js';
import { MessageSendingService } from './message-sending.service.js';
import { MessageWindowsService } from './message-windows.service.js';
import { MessagesService } from './messages.service.js';
import { messageEntities } from './testing.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('messages (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let messages: MessagesService;
  let changes: ChangesService;
  let ann: { userId: string; sessionId: string };
  let ben: { userId: string; sessionId: string };
  let roomId: string;

  const send = async (body: string, replyToId?: string) =>
    (await app.get(MessageSendingService).send({ id: uuidv7(), roomId, body, replyToId }, ann)).message;
  const feed = (since: number, limit = 50) => changes.since(roomId, { since, limit }, ann);

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), MessagesModule],
    }).compile();
    messages = app.get(MessagesService);
    changes = app.get(ChangesService);
    ann = { userId: await insertUser(database.source, { username: 'ann' }), sessionId: uuidv7() };
    ben = { userId: await insertUser(database.source, { username: 'ben' }), sessionId: uuidv7() };
  });

  beforeEach(async () => {
    roomId = await insertRoom(database.source, { members: [ann.userId, ben.userId] });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('pages in both directions, with the authors', async () => {
    for (const body of ['one', 'two', 'three']) {
      await send(body);
    }
    const page = async (query: { before?: number; after?: number }) => {
      const { items, users, ...ends } = await app
        .get(MessageWindowsService)
        .window(roomId, ann, { ...query, limit: 2 });
      return {
        bodies: items.map(({ body }) => body),
        authors: users.map(({ username }) => username),
        ...ends,
      };
    };

    expect(await page({})).toEqual({
      ...{ bodies: ['two', 'three'], authors: ['ann'], hasBefore: true, hasAfter: false },
    });
    expect(await page({ before: 2 })).toMatchObject({ bodies: ['one'], hasBefore: false, hasAfter: true });
    expect(await page({ after: 3 })).toEqual({ bodies: [], authors: [], hasBefore: true, hasAfter: false });
  });

  it('gives an edited message, and the answers that quote it, new versions', async () => {
    const question = await send('question');
    const answer = await send('answer', question.id);

    const edited = await messages.edit(question.id, 'better question', ann);

    expect(edited).toMatchObject({ id: question.id, body: 'better question', change: 3 });
    expect(edited.editedAt).not.toBeNull();
    const { messages: changed } = await feed(2);
    expect(changed).toMatchObject([
      { id: question.id, change: 3 },
      { id: answer.id, change: 4, body: 'answer', replyTo: { excerpt: 'better question' } },
    ]);
  });

  it('takes an edit that changes nothing for none', async () => {
    const { id } = await send('hello');

    expect(await messages.edit(id, 'hello', ann)).toMatchObject({ change: 1, editedAt: null });
  });

  it('leaves a tombstone that says nothing, also where it was quoted, and deletes once', async () => {
    const { id } = await send('secret @ben');
    await send('answer', id);

    await messages.delete(id, ann);
    await messages.delete(id, ann);

    const { upTo, messages: changed } = await feed(2);
    expect(upTo).toBe(4);
    expect(changed).toMatchObject([
      { id, body: '', mentions: [], seq: 1 },
      { body: 'answer', replyTo: { id, excerpt: '' } },
    ]);
    await expect(messages.edit(id, 'again', ann)).rejects.toMatchObject({ code: 'message.deleted' });
  });

  it('lets nobody else edit or delete, and hides what is in rooms of others', async () => {
    const { id } = await send('hello');
    const stranger = { userId: await insertUser(database.source), sessionId: uuidv7() };

    await expect(messages.edit(id, 'hi', ben)).rejects.toMatchObject({ code: 'message.forbidden' });
    await expect(messages.delete(id, ben)).rejects.toMatchObject({ code: 'message.forbidden' });
    await expect(messages.delete(id, stranger)).rejects.toMatchObject({ code: 'message.not-found' });
    await expect(messages.delete(uuidv7(), ann)).rejects.toMatchObject({ code: 'message.not-found' });
  });

  it('feeds changes page by page, and each thing once in its latest version', async () => {
    const first = await send('one');
    await send('two');
    await send('three');
    await messages.edit(first.id, 'ONE', ann);

    const page = await feed(0, 2);
    const rest = await feed(page.upTo, 2);

    expect(page).toMatchObject({ upTo: 3, more: true, reset: false });
    expect(page.messages.map(({ body }) => body)).toEqual(['two', 'three']);
    expect(rest).toMatchObject({ upTo: 4, more: false });
    expect(rest.messages.map(({ body }) => body)).toEqual(['ONE']);
  });

  it.each([
    ['from the future', { since: 99 }],
    ['of another database', { since: 1, generation: uuidv7() }],
  ])('answers a reader %s with a reset', async (_, query) => {
    await send('one');

    const answer = await changes.since(roomId, { ...query, limit: 50 }, ann);

    expect(answer).toEqual({ upTo: 1, more: false, reset: true, messages: [], members: [] });
  });

  it('counts what is unread from the marker, without one’s own and what was deleted', async () => {
    const digestOf = async ({ userId }: typeof ann) =>
      (await app.get(RoomMessages).digests(userId, [roomId])).get(roomId);
    await send('one');
    const { id } = await send('two @ben');
    const last = await send('three @ben');
    await messages.delete(id, ann);

    expect(await digestOf(ben)).toMatchObject({ unread: 2, mentions: 1, lastMessage: { id: last.id } });
    expect(await digestOf(ann)).toMatchObject({ unread: 0, mentions: 0, lastMessage: { id: last.id } });
  });
});
