import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { messageEntities } from '@parley/api-messages/testing';
import { insertRoom } from '@parley/api-rooms/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { HitPage, SearchQuery } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { SearchModule } from './search.module.js';
import { SearchService } from './search.service.js';

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('search for names (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let ann: string;
  let ben: string;

  const search = (q: string, wishes: Partial<SearchQuery>): Promise<HitPage> =>
    app
      .get(SearchService)
      .search({ in: 'people', limit: 50, q, ...wishes }, { userId: ann, sessionId: uuidv7() });

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot(config), fromAbove(), SearchModule],
    }).compile();
    ann = await insertUser(database.source, { username: 'ann', displayName: 'Ann Müller' });
    ben = await insertUser(database.source, { username: 'ben', displayName: 'Ben' });
    await insertUser(database.source, { username: 'gone', displayName: 'Müller', deletedAt: new Date() });
  });

  beforeEach(() => database.source.query('DELETE FROM rooms'));

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('refuses a search for nothing', async () => {
    for (const q of ['', 'from:ann', '-ann']) {
      await expect(search(q, { in: 'people' })).rejects.toMatchObject({ code: 'request.invalid' });
    }
  });

  it('pages through people, those first whose names begin with it', async () => {
    for (const username of ['x.zoe', 'zoe.b', 'zoe.a']) {
      await insertUser(database.source, { username });
    }
    const first = await search('zoe', { limit: 2 });
    const second = await search('zoe', { limit: 2, cursor: first.nextCursor ?? undefined });

    const found = [...first.items, ...second.items].map(({ user }) => user?.username);
    expect(found).toEqual(['zoe.a', 'zoe.b', 'x.zoe']);
    expect(second.nextCursor).toBeNull();
  });

  it('finds people by parts of their names, without accents, and misspelt', async () => {
    const people = async (q: string) => {
      const { items, similar } = await search(q, { in: 'people' });
      return [items.map(({ user }) => user?.username), similar];
    };

    expect(await people('muller')).toEqual([['ann'], false]);
    expect(await people('müller ann')).toEqual([['ann'], false]);
    expect(await people('mueler')).toEqual([['ann'], true]);
    expect(await people('%')).toEqual([[], false]);
    expect((await search('mull', { in: 'people' })).items[0]?.ranges).toEqual([{ start: 4, end: 8 }]);
  });

  it('finds one’s rooms and public ones, by name, topic, and who is in them', async () => {
    const make = (name: string, wishes: object = {}) =>
      insertRoom(database.source, { members: [], name, ...wishes });
    const open = await make('Café talk', { visibility: 'public' });
    await make('Café secrets');
    await make('Old café', { visibility: 'public', archivedAt: new Date() });
    const mine = await make('Kitchen', { members: [ann], topic: 'cafés and tea' });
    const direct = await make('', { members: [ann, ben], kind: 'direct' });
    const rooms = async (q: string) => (await search(q, { in: 'rooms' })).items.map(({ room }) => room?.id);

    expect(await rooms('cafe')).toEqual([open, mine]);
    expect(await rooms('ben')).toEqual([direct]);
    expect(await rooms('kitchne')).toEqual([mine]);
  });

  it('finds no posts, which do not exist', async () => {
    expect(await search('tea', { in: 'posts' })).toEqual({ items: [], nextCursor: null, similar: false });
  });
});
