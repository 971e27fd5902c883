import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppConfig, Cursors, DomainEvents, PreparedStatements, Transactions } from '@parley/api-core';
import { TestDatabase } from '@parley/api-testing';
import { insertUser, userEntities } from './testing.js';
import { BlockRepository } from './blocks/block.repository.js';
import { Blocks } from './blocks/blocks.js';
import { OwnProfiles } from './own-profiles.js';
import { UserDirectory } from './user-directory.js';
import { UserRepository } from './user.repository.js';
import { UsersService } from './users.service.js';

/** Real: everything down to PostgreSQL. Not there: HTTP and sockets. */
describe('UsersService (PostgreSQL)', () => {
  let database: TestDatabase;
  let users: UsersService;
  let directory: UserDirectory;

  beforeAll(async () => {
    database = await TestDatabase.create(userEntities);
    const transactions = new Transactions(database.source, new DomainEvents());
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    const repository = new UserRepository(transactions, new PreparedStatements(database.source));
    const blocks = new Blocks(new BlockRepository(transactions), transactions);
    directory = new UserDirectory(repository, blocks);
    users = new UsersService(repository, new OwnProfiles(repository, transactions), new Cursors(config));
    for (const [username, displayName] of [
      ['ann', 'Ann Müller'],
      ['ben', '100% Ben'],
      ['carl_x', '卡尔'],
      ['dora', 'Дора'],
      ['erik', 'under_score \\ back'],
    ] as const) {
      await insertUser(database.source, { username, displayName });
    }
    await insertUser(database.source, { username: 'gone', displayName: 'Ann', deletedAt: new Date() });
  });

  afterAll(() => database.drop());

  const reader = { userId: randomUUID(), sessionId: randomUUID() };
  const found = async (query: string) =>
    (await users.search({ query, limit: 50 }, reader)).items.map(({ username }) => username);

  it.each([
    ['', ['ann', 'ben', 'carl_x', 'dora', 'erik']],
    ['AN', ['ann']],
    ['mül', ['ann']],
    ['дор', ['dora']],
    ['卡', ['carl_x']],
    ['%', ['ben']],
    ['_', ['carl_x', 'erik']],
    ['\\', ['erik']],
    ["'; DROP TABLE users; --", []],
  ])('finds by %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('pages by a cursor that belongs to the query', async () => {
    const first = await users.search({ limit: 3 }, reader);
    const cursor = first.nextCursor ?? '';
    const second = await users.search({ limit: 3, cursor }, reader);

    expect([first, second].map(({ items }) => items.map(({ username }) => username))).toEqual([
      ['ann', 'ben', 'carl_x'],
      ['dora', 'erik'],
    ]);
    expect(second.nextCursor).toBeNull();
    await expect(users.search({ limit: 3, cursor, query: 'a' }, reader)).rejects.toMatchObject({
      code: 'request.invalid-cursor',
    });
  });

  it('searches by its index, however many people there are', async () => {
    await database.source.query(`
      INSERT INTO users (id, username, email, password_hash, display_name)
      SELECT gen_random_uuid(), 'many' || n, 'many' || n || '@example.org', '', 'One of many ' || n
      FROM generate_series(1, 20000) AS n`);
    await database.source.query('ANALYZE users');

    const plan = await database.source.query<{ 'QUERY PLAN': string }[]>(`
      EXPLAIN SELECT * FROM users WHERE deleted_at IS NULL AND username > ''
      AND (username || ' ' || lower(display_name)) LIKE '%many 12345%' ORDER BY username LIMIT 51`);

    expect(JSON.stringify(plan)).toContain('users_search');
  });

  it('changes what is given, and leaves the rest', async () => {
    const userId = await insertUser(database.source, { username: 'fred', displayName: 'Fred', bio: 'old' });
    const fred = { userId, sessionId: '' };
    const later = new Date(Date.now() + 60_000).toISOString();
    await users.updateMe(fred, { locale: 'de', statusText: 'away', statusExpiresAt: later });

    const me = await users.updateMe(fred, { bio: 'new', readReceipts: false });

    expect(me).toMatchObject({
      ...{ displayName: 'Fred', bio: 'new', locale: 'de', readReceipts: false, showPresence: true },
      ...{ statusText: 'away', statusExpiresAt: later },
    });
    expect(await users.updateMe(fred, { statusExpiresAt: null })).toMatchObject({ statusExpiresAt: null });
  });

  it('shows a person by id and by name, and nobody who is gone', async () => {
    const id = await insertUser(database.source, { username: 'greta' });

    expect(await directory.require(id)).toMatchObject({ id, username: 'greta' });
    expect(await directory.require('greta')).toMatchObject({ id });
    await expect(directory.require('gone')).rejects.toMatchObject({ code: 'user.not-found' });
    await expect(
      users.me({ userId: '01999999-0000-7000-8000-000000000000', sessionId: '' }),
    ).rejects.toMatchObject({
      code: 'user.not-found',
    });
  });
});
