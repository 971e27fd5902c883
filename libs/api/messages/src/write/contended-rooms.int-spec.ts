import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainEvents, PreparedStatements, Transactions } from '@parley/api-core';
import { insertRoom } from '@parley/api-rooms/testing';
import { TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { QueryRunner } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MessageRepository } from '../message.repository.js';
import { messageEntities, messageMapper } from '../testing.js';
import { MessageWriteRepository } from './message-write.repository.js';
import { MessageWriter } from './message-writer.js';

/** Somebody else changes the room while a message waits for it. Real: everything down to PostgreSQL. */
describe('writing in a room that somebody else has locked (PostgreSQL)', () => {
  let database: TestDatabase;
  let writer: MessageWriter;
  let ann: string;
  let roomId: string;
  let others: QueryRunner;

  const send = (body: string, wishes: { replyToId?: string } = {}) =>
    writer.write({ id: uuidv7(), roomId, authorId: ann, body, files: [], ...wishes });

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    ann = await insertUser(database.source);
    const events = new DomainEvents();
    const statements = new PreparedStatements(database.source);
    const messages = new MessageRepository(new Transactions(database.source, events), statements);
    writer = new MessageWriter(new MessageWriteRepository(statements), messages, messageMapper(), events);
  });

  beforeEach(async () => {
    roomId = await insertRoom(database.source, { members: [ann] });
    others = database.source.createQueryRunner();
  });

  afterAll(() => database.drop());

  it('quotes what was edited meanwhile as it is now, and not a word of what it was', async () => {
    const { message: quoted } = await send('a secret');
    await others.startTransaction();
    await others.query('UPDATE rooms SET last_change = last_change + 1 WHERE id = $1', [roomId]);
    const answer = send('an answer', { replyToId: quoted.id });
    await untilSomebodyWaits(database);
    await others.query(`UPDATE messages SET body = '', deleted_at = now(), change = 2 WHERE id = $1`, [
      quoted.id,
    ]);

    await others.commitTransaction();
    await others.release();

    expect((await answer).message).toMatchObject({ seq: 2, change: 3, replyTo: { excerpt: '' } });
  });

  it('answers everybody when the room is deleted meanwhile', async () => {
    await others.startTransaction();
    await others.query('SELECT FROM rooms WHERE id = $1 FOR UPDATE', [roomId]);
    const answers = Promise.allSettled([send('one'), send('two')]);
    await untilSomebodyWaits(database);
    await others.query('DELETE FROM rooms WHERE id = $1', [roomId]);

    await others.commitTransaction();
    await others.release();

    expect(await answers).toEqual([
      expect.objectContaining({ reason: expect.objectContaining({ code: 'room.not-found' }) }),
      expect.objectContaining({ reason: expect.objectContaining({ code: 'room.not-found' }) }),
    ]);
  });

  it('gives the room up after a while, and writes in it when it is free again', async () => {
    await others.startTransaction();
    await others.query('SELECT FROM rooms WHERE id = $1 FOR UPDATE', [roomId]);

    const [refused] = await Promise.allSettled([send('one')]);
    await others.rollbackTransaction();
    await others.release();

    expect(refused).toMatchObject({ status: 'rejected', reason: { code: '55P03' } });
    expect((await send('two')).message.seq).toBe(1);
  });
});

/** Resolves as soon as a statement waits for a lock. Asked outside of transactions, which see what was at first. */
async function untilSomebodyWaits({ source }: Pick<TestDatabase, 'source'>): Promise<void> {
  const waiting = await source.query<unknown[]>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  if (waiting.length === 0) {
    await untilSomebodyWaits({ source });
  }
}
