import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainEvents, PreparedStatements, Transactions } from '@parley/api-core';
import { MembershipEntity } from '@parley/api-rooms';
import { insertRoom } from '@parley/api-rooms/testing';
import { TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import { v7 as uuidv7 } from 'uuid';
import { MessagesChanged } from '../message.events.js';
import { MessageRepository } from '../message.repository.js';
import { messageEntities, messageMapper } from '../testing.js';
import { MessageWriteRepository } from './message-write.repository.js';
import { MessageWriter } from './message-writer.js';
import type { WriteCommand } from './write-command.js';

/** Real: everything from the writer down to PostgreSQL. A second writer stands for another node. */
describe('MessageWriter (PostgreSQL)', () => {
  let database: TestDatabase;
  let ann: string;
  let ben: string;
  let stranger: string;
  let roomId: string;
  let announced: MessagesChanged[];
  let writer: MessageWriter;
  let otherNode: MessageWriter;

  const aWriter = () => {
    const events = new DomainEvents();
    events.on(MessagesChanged, (event) => void announced.push(event));
    const statements = new PreparedStatements(database.source);
    const transactions = new Transactions(database.source, events);
    return new MessageWriter(
      new MessageWriteRepository(statements),
      new MessageRepository(transactions, statements),
      messageMapper(),
      events,
    );
  };
  const aMessage = (wishes: Partial<WriteCommand> = {}): WriteCommand => ({
    ...{ id: uuidv7(), roomId, authorId: ann, body: 'hello', files: [] },
    ...wishes,
  });
  const seqsIn = async (room: string) => {
    const rows = await database.source.query<{ seq: number }[]>(
      'SELECT seq FROM messages WHERE room_id = $1 ORDER BY seq',
      [room],
    );
    return rows.map(({ seq }) => seq);
  };
  const oneTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
  const numbersOf = async (room: string) => {
    const [row] = await database.source.query<{ seq: number; change: number }[]>(
      'SELECT last_seq AS seq, last_change AS change FROM rooms WHERE id = $1',
      [room],
    );
    return row;
  };

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    [ann, ben, stranger] = await Promise.all([
      insertUser(database.source, { username: 'ann' }),
      insertUser(database.source, { username: 'ben' }),
      insertUser(database.source),
    ]);
  });

  beforeEach(async () => {
    roomId = await insertRoom(database.source, { members: [ann, ben] });
    announced = [];
    writer = aWriter();
    otherNode = aWriter();
  });

  afterAll(() => database.drop());

  it('numbers 200 parallel messages of two people in three rooms without gaps', async () => {
    const rooms = [
      roomId,
      await insertRoom(database.source, { members: [ann, ben] }),
      await insertRoom(database.source, { members: [ann, ben] }),
    ];

    const written = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        writer.write(aMessage({ roomId: rooms[i % 3], authorId: i % 2 ? ann : ben, body: `message ${i}` })),
      ),
    );

    for (const [place, room] of rooms.entries()) {
      const count = place < 2 ? 67 : 66;
      const inOrderOfSending = written.map(({ message }) => message).filter((one) => one.roomId === room);
      expect(await seqsIn(room)).toEqual(oneTo(count));
      expect(await numbersOf(room)).toEqual({ seq: count, change: count });
      expect(inOrderOfSending.map(({ seq }) => seq)).toEqual(oneTo(count));
    }
    expect(written.every(({ isNew }) => isNew)).toBe(true);
  });

  it('keeps numbers without gaps when two nodes write in the same room', async () => {
    await Promise.all(
      Array.from({ length: 100 }, (_, i) => (i % 2 ? writer : otherNode).write(aMessage({ body: `${i}` }))),
    );

    expect(await seqsIn(roomId)).toEqual(oneTo(100));
  });

  it('writes a message once, whoever sends it how often at the same time', async () => {
    const command = aMessage();

    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 ? writer : otherNode).write(command)),
    );

    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(answers.map(({ message }) => JSON.stringify(message))).size).toBe(1);
    expect(await seqsIn(roomId)).toEqual([1]);
  });

  it('writes the same id in two rooms once', async () => {
    const other = await insertRoom(database.source, { members: [ann] });
    const id = uuidv7();

    const answers = await Promise.allSettled([
      writer.write(aMessage({ id })),
      otherNode.write(aMessage({ id, roomId: other })),
      otherNode.write(aMessage({ roomId: other, body: 'innocent' })),
    ]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(answers).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'request.idempotency-mismatch' }) }),
    );
  });

  it.each([
    ['another text', () => ({ body: 'bye' })],
    ['another author', () => ({ authorId: ben })],
    ['a quotation', () => ({ replyToId: uuidv7() })],
  ])('refuses the id of a message for %s, at once and later', async (_, change) => {
    const command = aMessage();
    const other = { ...command, ...change() };
    const [, atOnce] = await Promise.allSettled([writer.write(command), writer.write(other)]);

    expect(atOnce).toMatchObject({ reason: { code: 'request.idempotency-mismatch' } });
    await expect(writer.write(other)).rejects.toMatchObject({ code: 'request.idempotency-mismatch' });
  });

  it('stores nothing of who may not write, and gives the numbers to the next', async () => {
    const publicRoom = await insertRoom(database.source, { members: [ann], visibility: 'public' });
    const archived = await insertRoom(database.source, { members: [ann], archivedAt: new Date() });
    const refusals: [Partial<WriteCommand>, string][] = [
      [{ authorId: stranger }, 'room.not-found'],
      [{ authorId: stranger, roomId: publicRoom }, 'room.not-a-member'],
      [{ roomId: archived }, 'room.archived'],
      [{ roomId: randomUUID() }, 'room.not-found'],
      [{ replyToId: uuidv7() }, 'message.not-found'],
    ];

    const [first, ...refused] = await Promise.allSettled([
      writer.write(aMessage()),
      ...refusals.map(([wishes]) => writer.write(aMessage(wishes))),
    ]);

    expect(first).toMatchObject({ status: 'fulfilled', value: { message: { seq: 1, change: 1 } } });
    expect(refused).toEqual(
      refusals.map(([, code]) => expect.objectContaining({ reason: expect.objectContaining({ code }) })),
    );
    expect((await writer.write(aMessage())).message).toMatchObject({ seq: 2, change: 2 });
  });

  it('refuses who left while the message waited for the room', async () => {
    const leaving = database.source.createQueryRunner();
    await leaving.startTransaction();
    await leaving.query('UPDATE rooms SET last_change = last_change + 1 WHERE id = $1', [roomId]);
    const written = writer.write(aMessage());
    await untilSomebodyWaits(database);
    await leaving.manager.update(MembershipEntity, { roomId, userId: ann }, { leftAt: new Date() });

    await leaving.commitTransaction();
    await leaving.release();

    await expect(written).rejects.toMatchObject({ code: 'room.not-found' });
    expect(await numbersOf(roomId)).toEqual({ seq: 0, change: 1 });
  });

  it('writes in other rooms while one is locked', async () => {
    const locked = database.source.createQueryRunner();
    await locked.startTransaction();
    await locked.query('SELECT FROM rooms WHERE id = $1 FOR UPDATE', [roomId]);
    const others = await Promise.all(
      Array.from({ length: 8 }, () => insertRoom(database.source, { members: [ann] })),
    );

    const first = writer.write(aMessage({ body: 'first' }));
    const second = writer.write(aMessage({ body: 'second' }));
    const free = await Promise.all(others.map((room) => writer.write(aMessage({ roomId: room }))));
    await locked.commitTransaction();
    await locked.release();

    expect(free.map(({ message }) => message.seq)).toEqual(others.map(() => 1));
    expect((await first).message.seq).toBe(1);
    expect((await second).message.seq).toBe(2);
  });

  it('resolves quotations and calls by name, of members alone', async () => {
    const { message: quoted } = await writer.write(aMessage({ body: 'x'.repeat(200) }));

    const { message } = await writer.write(
      aMessage({ replyToId: quoted.id, body: '@Ben, @nobody and @ann. See this' }),
    );

    expect(message.replyTo).toEqual({ id: quoted.id, seq: 1, authorId: ann, excerpt: 'x'.repeat(140) });
    expect(message.mentions.toSorted()).toEqual([ann, ben].toSorted());
  });

  it('announces what was committed together in one event a room, and nothing of what was refused', async () => {
    const written = await Promise.all([
      writer.write(aMessage()),
      writer.write(aMessage()),
      writer.write(aMessage({ authorId: stranger })).catch(() => undefined),
    ]);
    await new Promise(setImmediate);

    const messages = written.flatMap((one) => one?.message ?? []);
    expect(announced).toEqual([new MessagesChanged(roomId, messages)]);
  });

  it('moves the marker of who writes to what they wrote', async () => {
    await writer.write(aMessage({ authorId: ben }));
    await writer.write(aMessage());

    const markers = await database.source.getRepository(MembershipEntity).findBy({ roomId });
    expect(Object.fromEntries(markers.map((one) => [one.userId, one.lastReadSeq]))).toEqual({
      [ann]: 2,
      [ben]: 1,
    });
  });

  it('answers everybody in a batch that could not be written, and goes on', async () => {
    await database.source.query('ALTER TABLE messages RENAME TO messages_away');
    const answers = await Promise.allSettled([writer.write(aMessage()), writer.write(aMessage())]);
    await database.source.query('ALTER TABLE messages_away RENAME TO messages');

    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await writer.write(aMessage())).message.seq).toBe(1);
  });
});

/** Resolves as soon as a statement waits for a lock. */
async function untilSomebodyWaits({ source }: TestDatabase): Promise<void> {
  const [row] = await source.query<{ count: number }[]>(
    `SELECT count(*) AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  if (row?.count === 0) {
    await untilSomebodyWaits({ source } as TestDatabase);
  }
}
