import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { insertRoom, MarkerRepository } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import { v7 as uuidv7 } from 'uuid';
import { MessagesModule } from '../messages.module.js';
import { messageEntities } from '../testing.js';
import { MessageWriter } from '../write/message-writer.js';

const PEOPLE = 20;
const ROOMS = 5;

/** Real: both writers down to PostgreSQL. */
describe('markers that move while people write (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    const imports = [CoreModule.forRoot(config), fromAbove(), MessagesModule];
    app = await Test.createTestingModule({ imports }).compile();
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('stand in nobody’s way, and end where people are', async () => {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => insertUser(database.source)));
    const rooms = await Promise.all(
      Array.from({ length: ROOMS }, () => insertRoom(database.source, { members: people })),
    );
    const places = rooms.flatMap((roomId) => people.map((userId) => ({ roomId, userId })));
    const markers = app.get(MarkerRepository, { strict: false });
    const writer = app.get(MessageWriter);

    const moving = async (all: typeof places) => {
      for (let seq = 1; seq <= 20; seq += 1) {
        await markers.move(all.map((place) => ({ ...place, readSeq: seq, deliveredSeq: seq + 1 })));
      }
    };
    const writing = Array.from({ length: 20 }, (_, turn) =>
      Promise.all(
        places.map(({ roomId, userId }) =>
          writer.write({ roomId, id: uuidv7(), authorId: userId, body: `turn ${turn}`, files: [] }),
        ),
      ),
    );
    await Promise.all([...writing, moving(places), moving(places.toReversed())]);
    await moving(places);

    const rows = await database.source.query<{ low: number; high: number; last: number }[]>(
      `SELECT min(least(last_read_seq, last_delivered_seq)) AS low, max(last_read_seq) AS high,
         max(last_seq) AS last
       FROM memberships AS m JOIN rooms AS r ON r.id = m.room_id GROUP BY r.id`,
    );
    expect(rows).toHaveLength(ROOMS);
    for (const { low, high, last } of rows) {
      expect(low).toBeGreaterThanOrEqual(20);
      expect(high).toBeLessThanOrEqual(last);
      expect(last).toBe(PEOPLE * 20);
    }
  });
});
