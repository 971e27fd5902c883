import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { freePort } from '@parley/api-core';
import { DataDirectory, expectGone } from '../support/data-directory.js';
import { RunningApi } from '../support/running-api.js';
import { BusyRoom } from './busy-room.js';
import { expectInvariants, type Query } from './invariants.js';

jest.setTimeout(90_000);

const WRITERS = 20;

describe('under 20 people who write', () => {
  let api: RunningApi;
  /** The process that serves now. */
  let node: RunningApi;
  let env: Record<string, string>;

  beforeEach(async () => {
    // Those of the next process are the same: people keep their sessions and find it where it was.
    env = { PORT: String(await freePort()), JWT_SECRET: randomUUID() };
    api = await RunningApi.start({ env });
    node = api;
  });

  afterEach(async () => {
    if (node !== api) {
      await node.stop();
    }
    await api.stop();
  });

  const query: Query = (sql, parameters) => api.database.source.query(sql, parameters);

  it('F1: a server that is killed again and again loses nothing that it acknowledged', async () => {
    const room = await BusyRoom.start(api, WRITERS);

    for (let kill = 0; kill < 3; kill += 1) {
      await room.hasGrown(200);
      node.server.kill('SIGKILL');
      await node.server.exited;
      node = await RunningApi.start({ env, database: api.database });
    }

    await room.hasGrown(200);
    await room.end();
    await expectInvariants(room, query);
  });

  it('F3: a server that is restarted politely loses and refuses nothing for good', async () => {
    const room = await BusyRoom.start(api, WRITERS);

    for (let restart = 0; restart < 2; restart += 1) {
      await room.hasGrown(200);
      expect(await node.server.stop()).toBe(0);
      node = await RunningApi.start({ env, database: api.database });
    }

    await room.hasGrown(200);
    await room.end();
    await expectInvariants(room, query);
  });

  it('F4: connections to the database that are cut again and again cost time and nothing else', async () => {
    const room = await BusyRoom.start(api, WRITERS);

    for (let cut = 0; cut < 5; cut += 1) {
      await room.hasGrown(100);
      const cutOff = await query<object>(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        [],
      );
      expect(cutOff).not.toHaveLength(0);
    }

    await room.hasGrown(100);
    await room.end();
    await expectInvariants(room, query);
  });

  it('F8: a room that is locked for longer than anybody waits is refused, and works again after it', async () => {
    await node.server.stop();
    node = await RunningApi.start({ env: { ...env, DATABASE_POOL: '2' }, database: api.database });
    const room = await BusyRoom.start(node, WRITERS);
    await room.hasGrown(100);

    await api.database.source.transaction(async (manager) => {
      await manager.query('SELECT FROM rooms WHERE id = $1 FOR UPDATE', [room.id]);
      await expect(node.person()).resolves.toBeDefined();
      await manager.query('SELECT pg_sleep(4)');
    });

    await room.hasGrown(100);
    await room.end();
    expect([...room.refusals]).toContain('server.unavailable');
    await expectInvariants(room, query);
  });
});

describe('under 20 people who write to the database that Parley brings along', () => {
  it('F5: a database that is killed comes back, with everything', async () => {
    const data = await DataDirectory.create();
    const api = await RunningApi.start({ env: { DATABASE_URL: '', DATA_DIR: data.path } });
    const room = await BusyRoom.start(api, WRITERS);

    for (let kill = 0; kill < 2; kill += 1) {
      await room.hasGrown(200);
      const postgres = await data.postgresPid();
      process.kill(postgres, 'SIGKILL');
      await expectGone(postgres);
    }

    await room.hasGrown(200);
    await room.end();
    await expectInvariants(room, (sql, parameters) => data.query(sql, parameters));
    await api.stop();
    await data.remove();
  });
});
