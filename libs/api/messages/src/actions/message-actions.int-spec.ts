import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule, DomainEvents } from '@parley/api-core';
import { insertRoom } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { Message } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { MessagesChanged } from '../message.events.js';
import { MessageEntity } from '../message.entity.js';
import { MessagesModule } from '../messages.module.js';
import { MessageSendingService } from '../message-sending.service.js';
import { MessageWindowsService } from '../message-windows.service.js';
import { MessagesService } from '../messages.service.js';
import { messageEntities } from '../testing.js';
import { EditHistoryService } from './edit-history.service.js';
import { MessageEditEntity } from './message-edit.entity.js';
import { MessageReactionEntity } from './message-reaction.entity.js';
import { PinsService } from './pins.service.js';
import { ReactionsService } from './reactions.service.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('what is done to messages (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let messages: MessagesService;
  let reactions: ReactionsService;
  let pins: PinsService;
  let history: EditHistoryService;
  let ann: { userId: string; sessionId: string };
  let ben: { userId: string; sessionId: string };
  let roomId: string;
  let told: Message[];

  const send = async (body: string, replyToId?: string) =>
    (
      await app
        .get(MessageSendingService)
        .send({ id: uuidv7(), roomId, body, ...(replyToId && { replyToId }) }, ann)
    ).message;
  const read = async () => (await app.get(MessageWindowsService).window(roomId, ben, { limit: 50 })).items;

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), MessagesModule],
    }).compile();
    messages = app.get(MessagesService);
    reactions = app.get(ReactionsService);
    pins = app.get(PinsService);
    history = app.get(EditHistoryService);
    app.get(DomainEvents).on(MessagesChanged, (event) => void told.push(...event.messages));
    ann = { userId: await insertUser(database.source), sessionId: uuidv7() };
    ben = { userId: await insertUser(database.source), sessionId: uuidv7() };
  });

  beforeEach(async () => {
    told = [];
    roomId = await insertRoom(database.source, { members: [ann.userId, ben.userId], kind: 'group' });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  describe('reactions', () => {
    it('are a new version of the message, in the order in which they came', async () => {
      const { id, change } = await send('hello');

      await reactions.add(id, '🎉', ben);
      await reactions.add(id, '👍', ann);
      const message = await reactions.add(id, '🎉', ann);

      expect(message.reactions).toEqual([
        { emoji: '🎉', count: 2, userIds: [ben.userId, ann.userId] },
        { emoji: '👍', count: 1, userIds: [ann.userId] },
      ]);
      expect(message.change).toBe(change + 3);
      expect(await read()).toEqual([message]);
      expect(told.at(-1)).toEqual(message);
    });

    it('are once however often they are sent, and take no number then', async () => {
      const { id } = await send('hello');

      const first = await reactions.add(id, '👍', ben);

      expect(await reactions.add(id, '👍', ben)).toEqual(first);
      expect(await reactions.remove(id, '🎉', ben)).toEqual(first);
      const last = await reactions.remove(id, '👍', ben);
      expect([last.reactions, last.change]).toEqual([[], first.change + 1]);
    });

    it('are all there when many come at the same moment', async () => {
      const { id } = await send('hello');
      const people = await Promise.all(Array.from({ length: 60 }, () => insertUser(database.source)));
      roomId = await insertRoom(database.source, { members: [ann.userId, ...people], kind: 'group' });
      const popular = await send('who likes tea?');

      await Promise.all(
        people.map((userId) => reactions.add(popular.id, '🍵', { userId, sessionId: uuidv7() })),
      );

      const [message] = (await app.get(MessageWindowsService).window(roomId, ann, { limit: 1 })).items;
      expect(message?.reactions).toMatchObject([{ emoji: '🍵', count: 60 }]);
      expect(new Set(message?.reactions[0]?.userIds).size).toBe(50);
      expect(message?.change).toBe(popular.change + 60);
      expect(id).not.toBe(popular.id);
    });

    it('are of at most 100 kinds; more people may join in with those', async () => {
      const { id, seq } = await send('hello');
      const kinds = Array.from({ length: 100 }, (_, place) => `kind ${place}`);
      const table = database.source.getRepository(MessageReactionEntity);
      await table.insert(kinds.map((emoji) => ({ roomId, seq, emoji, userId: ann.userId })));

      await expect(reactions.add(id, '👍', ben)).rejects.toMatchObject({
        code: 'message.too-many-reactions',
      });
      expect((await reactions.add(id, 'kind 7', ben)).reactions).toHaveLength(100);
    });

    it('do not touch those who quote the message', async () => {
      const { id } = await send('a question');
      const answer = await send('an answer', id);

      await reactions.add(id, '👍', ben);

      expect((await read()).at(-1)).toEqual(answer);
    });
  });

  describe('pins', () => {
    it('are told by the message and by a line in the history, in this order', async () => {
      const { id, seq, change } = await send('the address');

      const message = await pins.pin(id, ben);

      expect(message).toMatchObject({ change: change + 1, pinnedAt: expect.any(String) });
      expect((await read()).at(-1)).toMatchObject({
        ...{ change: change + 2, authorId: ben.userId, system: { kind: 'pinned', seq } },
      });
      expect(await pins.pin(id, ann)).toEqual(message);
      expect((await pins.list(roomId, ann)).items).toEqual([message]);
      expect(await pins.unpin(id, ann)).toMatchObject({ pinnedAt: null, change: change + 3 });
      expect((await pins.list(roomId, ann)).items).toEqual([]);
    });

    it('are at most 50, the last one first', async () => {
      const sent = [];
      for (let number = 1; number <= 51; number += 1) {
        sent.push(await send(`message ${number}`));
      }
      const [last, ...others] = sent.reverse();
      await database.source
        .getRepository(MessageEntity)
        .update({ roomId }, { pinnedAt: new Date('2026-01-01') });
      await pins.unpin(last?.id ?? '', ann);
      await pins.unpin(others[0]?.id ?? '', ann);

      const pinned = await pins.pin(others[0]?.id ?? '', ann);

      await expect(pins.pin(last?.id ?? '', ann)).rejects.toMatchObject({ code: 'room.too-many-pins' });
      const { items } = await pins.list(roomId, ben);
      expect([items.length, items[0]]).toEqual([50, pinned]);
    });

    it('are for moderators in channels', async () => {
      roomId = await insertRoom(database.source, { members: [ann.userId], kind: 'channel' });
      const { id } = await send('mine');

      await expect(pins.pin(id, ann)).rejects.toMatchObject({ code: 'message.forbidden' });
    });
  });

  describe('edits', () => {
    it('keep what was said before, with its time', async () => {
      const { id, createdAt } = await send('one');

      const second = await messages.edit(id, 'two', ann);
      await reactions.add(id, '👍', ben);
      await messages.edit(id, 'three', ann);
      await messages.edit(id, 'three', ann);

      expect(await history.of(id, ben)).toEqual({
        items: [
          { body: 'one', writtenAt: createdAt },
          { body: 'two', writtenAt: second.editedAt },
        ],
      });
    });

    it('keep the last hundred versions', async () => {
      const { id, seq } = await send('now');
      const writtenAt = new Date();
      const earlier = Array.from({ length: 100 }, (_, place) => ({
        ...{ roomId, seq, change: -100 + place, body: `version ${place}`, writtenAt },
      }));
      await database.source.getRepository(MessageEditEntity).insert(earlier);

      await messages.edit(id, 'later', ann);

      const { items } = await history.of(id, ann);
      expect([items.length, items[0]?.body, items.at(-1)?.body]).toEqual([100, 'version 1', 'now']);
    });
  });

  it('goes with the message', async () => {
    const { id } = await send('one');
    await messages.edit(id, 'two', ann);
    await reactions.add(id, '👍', ben);
    await pins.pin(id, ben);

    await messages.delete(id, ann);

    const [message] = await read();
    expect(message).toMatchObject({ body: '', reactions: [], pinnedAt: null });
    expect(await history.of(id, ann)).toEqual({ items: [] });
    expect((await pins.list(roomId, ann)).items).toEqual([]);
    for (const act of [() => reactions.add(id, '👍', ben), () => pins.pin(id, ben)]) {
      await expect(act()).rejects.toMatchObject({ code: 'message.deleted' });
    }
  });

  it('is not done to what the history tells of the room', async () => {
    const { id } = await send('one');
    await pins.pin(id, ann);
    const note = (await read()).at(-1)?.id ?? '';

    for (const act of [() => reactions.add(note, '👍', ben), () => pins.pin(note, ben)]) {
      await expect(act()).rejects.toMatchObject({ code: 'message.forbidden' });
    }
  });
});
