import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { HitPage } from '@parley/contracts';
import { ApiUnderFault } from '../support/api-under-fault.js';
import { report } from '../support/invariants.js';
import type { Person } from '../support/person.js';
import { makeRoom } from '../support/rooms.js';

jest.setTimeout(60_000);

const ROOMS = 12;
const MESSAGES = 4_000;
/** Messages of each room that have the word in them. */
const HITS = 40;

describe('a server that is killed while it makes the search index', () => {
  let api: ApiUnderFault;

  beforeEach(async () => {
    api = await ApiUnderFault.start();
  });

  afterEach(() => api.stop());

  /** A long history that no index knows, as after an update. */
  const fill = async (author: Person, roomId: string) => {
    await api.query(
      `INSERT INTO messages (room_id, seq, id, change, author_id, body, fingerprint)
       SELECT $1, n, gen_random_uuid(), n + 1, $2,
         CASE WHEN n % ($3 / $4) = 0 THEN 'platypus ' ELSE 'message ' END || n, ''
       FROM generate_series(1, $3::int) AS n`,
      [roomId, author.id, MESSAGES, HITS],
    );
    await api.query(`UPDATE rooms SET last_seq = $2::int, last_change = $2::int + 1 WHERE id = $1`, [
      roomId,
      MESSAGES,
    ]);
  };
  const progress = async () => {
    const [row] = await api.query<{ passages: number; rooms: number }>(
      `SELECT (SELECT count(*) FROM message_passages)::int AS passages,
         (SELECT count(*) FROM rooms AS r JOIN search_progress AS s ON s.room_id = r.id
          WHERE s.indexed_change = r.last_change)::int AS rooms`,
    );
    return row ?? { passages: 0, rooms: 0 };
  };
  const findAll = async (who: Person) => {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor && `&cursor=${cursor}`;
      const { body } = await who.get<HitPage>(`/api/search?q=platypus&limit=100${after}`);
      ids.push(...body.items.map(({ message }) => message?.id ?? ''));
      cursor = body.nextCursor;
    }
    return ids;
  };

  it('has found everything, once, when it is back', async () => {
    const ann = await api.person();
    const rooms = await Promise.all(Array.from({ length: ROOMS }, () => makeRoom(ann)));
    for (const { id } of rooms) {
      await fill(ann, id);
    }
    const killedAt: number[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      await api.restart('SIGKILL');
      const { passages } = await progress();
      while ((await progress()).passages === passages && (await progress()).rooms < ROOMS) {
        await sleep(10);
      }
      killedAt.push((await progress()).passages);
    }
    await api.restart('SIGKILL');

    while ((await progress()).rooms < ROOMS) {
      await sleep(50);
    }
    const found = await findAll(ann);

    await report('search index', { rooms: ROOMS, messages: ROOMS * MESSAGES, killedAtPassages: killedAt });
    expect((await progress()).passages).toBe((ROOMS * MESSAGES) / 32);
    expect(killedAt[0]).toBeLessThan((ROOMS * MESSAGES) / 32);
    expect(found).toHaveLength(ROOMS * HITS);
    expect(new Set(found).size).toBe(ROOMS * HITS);
  });
});
