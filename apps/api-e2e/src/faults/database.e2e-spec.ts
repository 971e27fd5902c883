import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ApiUnderFault, type Conversation } from '../support/api-under-fault.js';
import { DataDirectory, expectGone } from '../support/data-directory.js';
import { checkInvariants, report } from '../support/invariants.js';

jest.setTimeout(60_000);

const WRITERS = 10;
/** Milliseconds between two messages of one writer. */
const PAUSE = 60;

describe('a database in trouble', () => {
  let api: ApiUnderFault;

  afterEach(() => api.stop());

  /** Everybody talks while it happens. */
  const talkDuring = async ({ clients }: Conversation, trouble: () => Promise<void>) => {
    let isOver = false;
    const writers = clients.map((client, place) =>
      client.talkUntil(() => isOver, PAUSE, place % 4 ? 'socket' : 'http'),
    );
    await trouble();
    isOver = true;
    await Promise.all(writers);
  };

  /** Somebody holds the row of the room for so many milliseconds. */
  const lock = ({ room }: Conversation, milliseconds: number) =>
    api.query(
      `WITH room AS MATERIALIZED (SELECT id FROM rooms WHERE id = $1 FOR UPDATE)
       SELECT pg_sleep($2) FROM room`,
      [room.id, milliseconds / 1_000],
    );

  it('F4: connections that break again and again lose nothing, and sign nobody out', async () => {
    api = await ApiUnderFault.start();
    const conversation = await api.conversation(WRITERS);
    let broken = 0;

    await talkDuring(conversation, async () => {
      for (let time = 1; time <= 5; time += 1) {
        await sleep(1_000);
        const ended = await api.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
        broken += ended.length;
        // Those who connect just then need the database as well.
        api.proxy.cutAll();
      }
      await sleep(500);
    });

    const figures = await checkInvariants(conversation, api.query);
    await report('F4', { rounds: 5, connectionsBroken: broken, writers: WRITERS, ...figures });
    expect(broken).toBeGreaterThan(5);
    expect(conversation.clients.flatMap(({ closed }) => closed)).toEqual([]);
  });

  it('F5: a PostgreSQL that is killed is back by itself, with everything that was acknowledged', async () => {
    const data = await DataDirectory.create();
    api = await ApiUnderFault.on({ DATA_DIR: data.path }, data.query.bind(data), () => data.remove());
    const conversation = await api.conversation(WRITERS);
    const postgres = await data.postgresPid();
    let backAfterMs = 0;

    await talkDuring(conversation, async () => {
      await sleep(1_000);
      const before = conversation.clients.map(({ acknowledged }) => acknowledged.length);
      process.kill(postgres, 'SIGKILL');
      const killedAt = performance.now();
      await expectGone(postgres);
      const isBack = () =>
        conversation.clients.every(
          ({ acknowledged }, place) => acknowledged.length > (before[place] ?? 0) + 2,
        );
      while (!isBack()) {
        await sleep(50);
      }
      backAfterMs = Math.round(performance.now() - killedAt);
      await sleep(500);
    });

    const figures = await checkInvariants(conversation, api.query);
    await report('F5', { backAfterMs, writers: WRITERS, ...figures });
    expect(await data.postgresPid()).not.toBe(postgres);
    expect(conversation.clients.flatMap(({ closed }) => closed)).toEqual([]);
  });

  it('F8: a locked room leaves a connection for others, although there are but two', async () => {
    api = await ApiUnderFault.start({ DATABASE_POOL: '2' });
    const conversation = await api.conversation(5);

    await talkDuring(conversation, async () => {
      const locked = lock(conversation, 3_000);
      await sleep(200);
      // Sign-ups have to do with no room.
      expect((await api.person()).id).toBeTruthy();
      await locked;
      await sleep(500);
    });

    const figures = await checkInvariants(conversation, api.query);
    await report('F8', { lockedMs: 3_000, connections: 2, ...figures });
    expect(figures.outcomes).toHaveProperty(['server.unavailable']);
  });

  it('F7: a room that is locked harms nobody in other rooms, whatever is tried in it', async () => {
    api = await ApiUnderFault.start();
    const [locked, free] = [await api.conversation(5), await api.conversation(5)];
    const [owner] = locked.clients;
    await Promise.all(free.clients.map((client) => client.say('warm')));
    free.clients.forEach((client) => (client.slowest = 0));
    const refusals: number[] = [];

    await Promise.all([
      lock(locked, 4_000),
      talkDuring(locked, () => sleep(4_500)),
      talkDuring(free, async () => {
        await sleep(200);
        const changes = Array.from({ length: 40 }, async (_, number) => {
          const path = `/api/chatrooms/${locked.room.id}`;
          const answer = await owner?.person.patch(path, { topic: `topic ${number}` });
          refusals.push(answer?.status ?? 0);
        });
        await Promise.all(changes);
        await sleep(2_000);
      }),
    ]);

    const inLocked = await checkInvariants(locked, api.query);
    const inFree = await checkInvariants(free, api.query);
    await report('F7', { lockedMs: 4_000, changesTried: 40, locked: inLocked, others: inFree });
    expect(inFree.outcomes).toEqual({ ok: inFree.acknowledged });
    expect(inFree.slowestMs).toBeLessThan(1_500);
    expect(inLocked.outcomes).toHaveProperty(['server.unavailable']);
    expect(refusals.every((status) => [200, 503].includes(status))).toBe(true);
  });
});
