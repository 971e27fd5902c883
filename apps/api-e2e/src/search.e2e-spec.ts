import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { HitPage, Problem } from '@parley/contracts';
import type { Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(60_000);

const PASSAGES = 4;
const PASSAGE_LENGTH = 32;

describe('search', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { RATE_LIMITS: 'on' } });
    [ann, ben] = [await api.person('ann'), await api.person('ben')];
  });

  afterAll(() => api.stop());

  const search = <Body = HitPage>(who: Person, query: Record<string, string>) =>
    who.get<Body>(`/api/search?${new URLSearchParams(query).toString()}`);
  const bodies = async (who: Person, q: string) =>
    (await search(who, { q })).body.items.map(({ message }) => message?.body);
  /** @returns how many passages of a room are indexed once it is indexed as a whole */
  const whenIndexed = async (roomId: string) => {
    for (;;) {
      const rows = await api.database.source.query<{ passages: number }[]>(
        `SELECT (SELECT count(*) FROM message_passages WHERE room_id = r.id)::int AS passages
         FROM rooms AS r JOIN search_progress AS s ON s.room_id = r.id
         WHERE r.id = $1 AND s.indexed_change = r.last_change`,
        [roomId],
      );
      if (rows[0]) {
        return rows[0].passages;
      }
      await sleep(50);
    }
  };

  it('finds at once what was written, with its author and where in it', async () => {
    const room = await makeRoom(ann, { members: [ben] });
    const message = await say(ann, room.id, '😀 Grüße from Zürich');

    const { status, body } = await search(ben, { q: 'grusse zurich' });

    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          kind: 'message',
          message,
          user: expect.objectContaining({ username: 'ann' }),
          ranges: [
            { start: 2, end: 7 },
            { start: 13, end: 19 },
          ],
        },
      ],
      nextCursor: null,
      similar: false,
    });
  });

  it('follows edits, deletions, removals and the end of a room at once', async () => {
    const room = await makeRoom(ann, { members: [ben] });
    const [first, second] = [await say(ann, room.id, 'zebra one'), await say(ann, room.id, 'zebra two')];
    await whenIndexed(room.id);

    await ann.patch(`/api/messages/${first.id}`, { body: 'giraffe one' });
    await ann.delete(`/api/messages/${second.id}`);
    expect(await bodies(ben, 'zebra')).toEqual([]);
    expect(await bodies(ben, 'giraffe')).toEqual(['giraffe one']);

    await ann.delete(`/api/chatrooms/${room.id}/members/${ben.id}`);
    expect(await bodies(ben, 'giraffe')).toEqual([]);
    expect(await bodies(ann, 'giraffe')).toEqual(['giraffe one']);

    await whenIndexed(room.id);
    await ann.delete(`/api/chatrooms/${room.id}`);
    expect(await bodies(ann, 'giraffe')).toEqual([]);
    const left = await api.database.source.query<object[]>(
      `SELECT FROM message_passages WHERE room_id = $1`,
      [room.id],
    );
    expect(left).toEqual([]);
  });

  it('finds people and rooms, and no posts', async () => {
    await makeRoom(ben, { name: 'Quokka lovers', visibility: 'public' });
    await makeRoom(ben, { name: 'Quokka secrets' });

    const rooms = await search(ann, { q: 'quokka', in: 'rooms' });
    const people = await search(ann, { q: 'BEN', in: 'people' });
    const posts = await search(ann, { q: 'quokka', in: 'posts' });

    expect(rooms.body.items).toMatchObject([
      { kind: 'room', room: { name: 'Quokka lovers', me: null }, ranges: [{ start: 0, end: 6 }] },
    ]);
    expect(people.body.items).toMatchObject([{ kind: 'user', user: { username: 'ben' } }]);
    expect(posts.body).toEqual({ items: [], nextCursor: null, similar: false });
  });

  it.each([
    ['nothing', {}, '/q'],
    ['only operators', { q: '- or ""' }, '/q'],
    ['too long a text', { q: 'x'.repeat(301) }, '/q'],
    ['too many words', { q: 'x '.repeat(17) }, '/q'],
    ['an unknown thing', { q: 'x', in: 'files' }, '/in'],
    ['a room without an id', { q: 'x', roomId: 'general' }, '/roomId'],
    ['a strange person', { q: 'x', from: 'ann or ben' }, '/from'],
    ['a strange attachment', { q: 'x', has: 'fun' }, '/has'],
    ['a day that is none', { q: 'x', before: '2026-02-30' }, '/before'],
    ['a time without a zone', { q: 'x', after: '2026-02-03T10:00' }, '/after'],
    ['too many at once', { q: 'x', limit: '101' }, '/limit'],
    ['an unknown field', { q: 'x', sort: 'rank' }, '/sort'],
    ['a NUL', { q: 'x\0' }, '/q'],
  ])('refuses %s', async (_, query, pointer) => {
    const { status, body } = await search<Problem>(ann, query);

    expect({ status, code: body.code }).toEqual({ status: 400, code: 'request.invalid' });
    expect(body.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  it('refuses a cursor that it did not make for this search', async () => {
    const room = await makeRoom(ann);
    await say(ann, room.id, 'walrus one');
    await say(ann, room.id, 'walrus two');
    const { body } = await search(ann, { q: 'walrus', limit: '1' });
    const refusal = { status: 400, body: { code: 'request.invalid-cursor' } };

    expect(await search(ann, { q: 'walrus', cursor: 'x' })).toMatchObject(refusal);
    expect(await search(ann, { q: 'seal', cursor: body.nextCursor ?? '' })).toMatchObject(refusal);
    expect((await search(ann, { q: 'walrus', cursor: body.nextCursor ?? '' })).body.items).toHaveLength(1);
  });

  it('says that it takes too long, as something to try again', async () => {
    const room = await makeRoom(ann);
    await say(ann, room.id, 'otter');
    const runner = api.database.source.createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE messages IN ACCESS EXCLUSIVE MODE');

    const { status, body, headers } = await search<Problem>(ann, { q: 'otter' });

    await runner.rollbackTransaction();
    await runner.release();
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'server.unavailable' });
    expect(headers.get('retry-after')).not.toBeNull();
    expect(await bodies(ann, 'otter')).toEqual(['otter']);
  });

  it('limits how often somebody searches', async () => {
    const carl = await api.person();

    const answers = await Promise.all(
      Array.from({ length: 110 }, () => search<Problem>(carl, { q: 'x', in: 'posts' })),
    );

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.body.code).toBe('request.rate-limited');
    expect((await search(ann, { q: 'x' })).status).toBe(200);
  });

  it('indexes a room once, whoever does it', async () => {
    const room = await makeRoom(ann);
    const other = await RunningApi.start({ database: api.database });
    for (let count = 0; count < PASSAGES; count += 1) {
      const lines = Array.from({ length: PASSAGE_LENGTH }, (_, i) => say(ann, room.id, `heron ${i}`));
      await Promise.all(lines);
    }

    expect(await whenIndexed(room.id)).toBe(PASSAGES);

    await other.stop();
    const { items } = (await search(ann, { q: 'heron', limit: '100' })).body;
    expect(new Set(items.map(({ message }) => message?.seq)).size).toBe(100);
  });
});
