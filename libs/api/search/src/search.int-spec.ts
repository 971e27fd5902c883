import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, CoreModule } from '@parley/api-core';
import { insertRoom } from '@parley/api-rooms/testing';
import { messageEntities } from '@parley/api-messages/testing';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import type { HitPage, SearchQuery } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { RoomIndexing } from './index/room-indexing.js';
import { SearchModule } from './search.module.js';
import { SearchService } from './search.service.js';

interface Line {
  body: string;
  authorId?: string;
  at?: string;
}

/** Real: every service down to PostgreSQL. Not there: HTTP and sockets. */
describe('search (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let searches: SearchService;
  let ann: string;
  let ben: string;
  let roomId: string;

  const search = (q: string, wishes: Partial<SearchQuery> = {}, userId = ann): Promise<HitPage> =>
    searches.search({ in: 'messages', limit: 50, q, ...wishes }, { userId, sessionId: uuidv7() });
  const bodies = async (q: string, wishes?: Partial<SearchQuery>, userId?: string) =>
    (await search(q, wishes, userId)).items.map(({ message }) => message?.body);

  /** Messages as they are written, one after the other. */
  async function say(lines: (string | Line)[], room = roomId): Promise<void> {
    const all = lines.map((line) => (typeof line === 'string' ? { body: line } : line));
    await database.source.query(
      `WITH taken AS (
         UPDATE rooms SET last_seq = last_seq + $5, last_change = last_change + $5 WHERE id = $1
         RETURNING last_seq - $5 AS seq, last_change - $5 AS change
       )
       INSERT INTO messages (room_id, seq, id, change, author_id, body, fingerprint, created_at)
       SELECT $1, taken.seq + place, gen_random_uuid(), taken.change + place, author, body, '',
         coalesce(at, now() + place * interval '1 ms')
       FROM taken, unnest($2::text[], $3::uuid[], $4::timestamptz[]) WITH ORDINALITY AS t(body, author, at, place)`,
      [
        room,
        all.map(({ body }) => body),
        all.map(({ authorId }) => authorId ?? ann),
        all.map(({ at }) => at ?? null),
        all.length,
      ],
    );
  }

  async function index(room = roomId): Promise<void> {
    while (await app.get(RoomIndexing).advance(room)) {
      // More than one transaction takes.
    }
  }

  /** Changes a message as editing and deleting do. */
  async function change(body: string, set: string): Promise<void> {
    await database.source.query(
      `WITH taken AS (UPDATE rooms SET last_change = last_change + 1 WHERE id = $1 RETURNING last_change)
       UPDATE messages SET ${set}, change = taken.last_change FROM taken WHERE room_id = $1 AND body = $2`,
      [roomId, body],
    );
  }

  beforeAll(async () => {
    database = await TestDatabase.create(messageEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    // Not initialised: the test decides when something is indexed.
    app = await Test.createTestingModule({
      imports: [CoreModule.forRoot({ ...config, RATE_LIMITS: 'off' }), fromAbove(), SearchModule],
    }).compile();
    searches = app.get(SearchService);
    ann = await insertUser(database.source, { username: 'ann', displayName: 'Ann Müller' });
    ben = await insertUser(database.source, { username: 'ben', displayName: 'Ben' });
  });

  beforeEach(async () => {
    await database.source.query('DELETE FROM rooms');
    roomId = await insertRoom(database.source, { members: [ann, ben], name: 'General' });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  describe.each([
    ['what the index knows', true],
    ['what the index has not seen yet', false],
  ])('of %s', (_, isIndexed) => {
    const said = async (...lines: (string | Line)[]) => {
      await say(lines);
      if (isIndexed) {
        await index();
      }
    };

    it.each([
      ['tea', ['Tea time', 'steak and tea']],
      ['tea time', ['Tea time']],
      ['"and tea"', ['steak and tea']],
      ['tea -steak', ['Tea time']],
      ['cafe', ['Un CAFÉ']],
      ['eak', ['steak and tea']],
      ['time or café', ['Un CAFÉ', 'Tea time']],
      ['索機', ['全文検索機能']],
      ['検', ['全文検索機能']],
      ['100%', ['100% a_b c\\d']],
      ['a_b', ['100% a_b c\\d']],
      ['c\\d', ['100% a_b c\\d']],
      ['%', ['100% a_b c\\d']],
      ['.*', []],
      ['😀', ['nice 😀']],
      ['coffee', []],
    ])('finds for %j %j', async (q, expected) => {
      await said('Tea time', 'Un CAFÉ', 'steak and tea', '全文検索機能', '100% a_b c\\d', 'nice 😀');

      expect((await bodies(q)).toSorted()).toEqual([...expected].toSorted());
    });

    it('shows the newest first', async () => {
      await said('tea 1', { body: 'tea of old', at: '2020-01-01T00:00:00Z' }, 'tea 2');

      expect(await bodies('tea')).toEqual(['tea 2', 'tea 1', 'tea of old']);
    });

    it('narrows down by author, room, link and time', async () => {
      const other = await insertRoom(database.source, { members: [ann], name: 'Café' });
      await said({ body: 'tea by Ben', authorId: ben }, 'tea https://example.org', {
        body: 'tea of old',
        at: '2026-01-15T12:00:00Z',
      });
      await say(['tea there'], other);

      expect(await bodies('tea from:ben')).toEqual(['tea by Ben']);
      expect(await bodies('tea from:muller from:ben', { after: '2026-02-01' })).toHaveLength(3);
      expect(await bodies('from:me has:link')).toEqual(['tea https://example.org']);
      expect(await bodies('tea in:cafe')).toEqual(['tea there']);
      expect(await bodies('tea', { roomId: other })).toEqual(['tea there']);
      expect(await bodies('after:2026-01-15 before:2026-01-16')).toEqual(['tea of old']);
      expect(await bodies('tea before:2026-01-15')).toEqual([]);
      expect(await bodies('tea', { from: ben })).toEqual(['tea by Ben']);
      expect(await bodies('tea', { from: 'nobody' })).toEqual([]);
      expect(await bodies('tea has:file')).toEqual([]);
    });

    it('finds what has files, and by what they are called', async () => {
      await say(['minutes', 'other']);
      await change('minutes', `files = '[{"name": "Budget 2026.xlsx"}]'`);
      if (isIndexed) {
        await index();
      }

      expect(await bodies('has:file')).toEqual(['minutes']);
      expect(await bodies('budget')).toEqual(['minutes']);
      expect(await bodies('budget has:file has:link')).toEqual([]);
    });

    it('finds nothing that was deleted or rewritten, and what it became', async () => {
      await said('tea one', 'tea two', 'tea three');

      await change('tea one', `deleted_at = now(), body = ''`);
      await change('tea two', `body = 'coffee two'`);

      expect(await bodies('tea')).toEqual(['tea three']);
      expect(await bodies('coffee')).toEqual(['coffee two']);
      await index();
      expect(await bodies('coffee')).toEqual(['coffee two']);
      expect(await bodies('two')).toEqual(['coffee two']);
    });

    it('leaves out what cannot be read by the server', async () => {
      await said('tea');
      await change('tea', `kind = 'encrypted'`);

      expect(await bodies('tea')).toEqual([]);
    });

    it('shows a member everything, and nobody else anything', async () => {
      await said('tea');
      const stranger = await insertUser(database.source);

      expect(await bodies('tea', {}, ben)).toEqual(['tea']);
      expect(await bodies('tea', {}, stranger)).toEqual([]);
      await expect(search('tea', { roomId }, stranger)).rejects.toMatchObject({ code: 'room.not-found' });

      await database.source.query(`UPDATE memberships SET left_at = now() WHERE user_id = $1`, [ben]);
      expect(await bodies('tea', {}, ben)).toEqual([]);
      await database.source.query(`UPDATE rooms SET visibility = 'public'`);
      expect(await bodies('tea', {}, ben)).toEqual([]);
      await expect(search('tea', { roomId }, ben)).rejects.toMatchObject({ code: 'room.not-a-member' });
    });
  });

  it('pages through all there is, each once and newest first', async () => {
    const other = await insertRoom(database.source, { members: [ann] });
    for (let round = 0; round < 4; round += 1) {
      const texts = Array.from({ length: 60 }, (_, i) => `${i % 3 === 0 ? 'tea' : 'milk'} ${round} ${i}`);
      await say(texts, round % 2 === 0 ? roomId : other);
    }
    await index();
    await index(other);
    await say([{ body: 'tea last', at: new Date(Date.now() + 10_000).toISOString() }]);

    const found: string[] = [];
    const times: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('tea', { limit: 7, cursor });
      found.push(...page.items.map(({ message }) => message?.body ?? ''));
      times.push(...page.items.map(({ message }) => Date.parse(message?.createdAt ?? '')));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    expect(found).toHaveLength(81);
    expect(new Set(found).size).toBe(81);
    expect(found[0]).toBe('tea last');
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it('finds what is common and what is rare in many rooms, page by page', async () => {
    for (let count = 0; count < 20; count += 1) {
      const id = await insertRoom(database.source, { members: [ann] });
      await say(
        Array.from({ length: 40 }, (_, i) => `tea ${count} ${i}`),
        id,
      );
      await index(id);
    }

    await say(['milk and tea', 'teapot teapots teacup teacups teatime teaspoon teas teaser teased teal']);
    await index();
    // From here on it is known what is common.
    await database.source.query('ANALYZE message_passages');

    const first = await search('tea');
    const second = await search('tea', { cursor: first.nextCursor ?? undefined });

    const ids = [...first.items, ...second.items].map(({ message }) => message?.id);
    expect(new Set(ids).size).toBe(100);
    expect(second.items.at(-1)?.message?.body).toMatch(/^tea 1\d /);
    expect(await bodies('milk tea')).toEqual(['milk and tea']);
    expect(await bodies('tea', { roomId })).toHaveLength(2);
  });

  it.each([
    ['pakcage', 'the package'],
    ['wolrd', 'hello world'],
    ['meatings', 'many meetings'],
  ])('finds for %j, which nobody wrote, %j', async (q, body) => {
    await say(['the package', 'hello world', 'many meetings']);
    await index();

    const page = await search(q);

    expect(page).toMatchObject({ similar: true, items: [{ message: { body } }] });
    expect(page.items[0]?.ranges).toHaveLength(1);
    expect((await search('package')).similar).toBe(false);
  });

  it('forgets a word with the last message that has it, and learns it anew', async () => {
    const known = () =>
      database.source.query<{ word: string }[]>(
        `SELECT word FROM search_words WHERE word IN ('confidential', 'kettledrum')`,
      );
    await say(['a confidential kettledrum', 'another kettledrum']);
    await index();

    await change('a confidential kettledrum', `deleted_at = now(), body = ''`);
    await index();
    expect(await known()).toEqual([{ word: 'kettledrum' }]);
    await say(['confidential again']);
    await index();

    expect(await bodies('fidentia')).toEqual(['confidential again']);
  });

  it('pages through what is similar', async () => {
    await say(Array.from({ length: 5 }, (_, i) => `package ${i}`));
    await index();

    const first = await search('pakcage', { limit: 3 });
    const second = await search('pakcage', { limit: 3, cursor: first.nextCursor ?? undefined });

    expect(second.items.map(({ message }) => message?.body)).toEqual(['package 1', 'package 0']);
    expect(second.nextCursor).toBeNull();
  });

  it('refuses a search for nothing, for too much, and a cursor of another search', async () => {
    await say(['tea', 'tea']);
    const { nextCursor } = await search('tea', { limit: 1 });
    const pointsAtQ = { code: 'request.invalid', details: { errors: [{ pointer: '/q' }] } };

    for (const q of ['', ' - or "" ', Array.from({ length: 17 }, (_, i) => `w${i}`).join(' ')]) {
      await expect(search(q)).rejects.toMatchObject(pointsAtQ);
    }
    await expect(search('coffee', { cursor: nextCursor ?? '' })).rejects.toMatchObject({
      ...{ code: 'request.invalid-cursor' },
    });
  });
});
