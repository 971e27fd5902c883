import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessTokens, AppConfig } from '@parley/api-core';
import type { SessionClosed } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { nextEvents, type Person } from '../support/person.js';
import { makeRoom } from '../support/rooms.js';
import { RunningApi } from '../support/running-api.js';

/** F23. In seconds: long enough to connect on a busy machine. */
const SHORT_LIFE = 5;

describe('a token that ends in mid-connection', () => {
  let api: RunningApi;
  let ann: Person;
  let tokens: AccessTokens;

  beforeAll(async () => {
    const env = { JWT_SECRET: randomUUID() };
    api = await RunningApi.start({ env });
    tokens = new AccessTokens(AppConfig.fromEnv({ ...env, DATABASE_URL: api.database.url }));
    ann = await api.person();
  });

  afterAll(() => api.stop());

  const shortToken = async () => tokens.sign((await tokens.verify(ann.token)).actor, SHORT_LIFE);

  it('F23: is announced, ends the connection, and what was sent before is acknowledged once more after it', async () => {
    const token = await shortToken();
    const room = await makeRoom(ann);
    const socket = ann.socket({ auth: { token } });
    const warned = nextEvents(socket, 'auth:expiring', 1);
    const closed = nextEvents(socket, 'session:closed', 1);
    const ended = once(socket as never, 'disconnect');
    const command = { id: uuidv7(), roomId: room.id, body: 'in time' };

    const first = await socket.emitWithAck('message:send', command);
    const [expiring] = await warned;
    expect(await closed).toEqual([{ reason: 'auth-expired' } satisfies SessionClosed]);
    await ended;

    expect(expiring?.inSeconds).toBeLessThanOrEqual(SHORT_LIFE);
    await expect(ann.connect({ auth: { token } })).rejects.toMatchObject({
      data: { code: 'auth.token-expired', status: 401 },
    });
    const again = await (await ann.connect()).emitWithAck('message:send', command);
    expect(again).toEqual(first);
  });
});
