import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@parley/contracts';
import { type ClientSocket, nextEvents, PASSWORD, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const from = (address: string) => ({ 'x-forwarded-for': address });

describe('rate limits', () => {
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    // One proxy in front, so that tests can come from many addresses.
    api = await RunningApi.start({ env: { RATE_LIMITS: 'on', TRUST_PROXY: '1' } });
    ann = await api.person('ann');
  });

  afterAll(() => api.stop());

  const guess = (login: string, address: string, password = 'a wrong guess') =>
    api.post<Problem>('/api/auth/login', { login, password }, from(address));

  it('end the guessing of one password, from wherever it is tried', async () => {
    await api.post('/api/auth/register', { username: 'ben', email: 'ben@example.org', password: PASSWORD });
    for (let round = 0; round < 20; round += 1) {
      expect((await guess('BEN', `10.0.0.${round}`)).status).toBe(401);
    }

    const { status, headers, body } = await guess('ben', '10.0.1.1', PASSWORD);

    expect({ status, code: body.code }).toEqual({ status: 429, code: 'request.rate-limited' });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await guess('ann', '10.0.1.1', PASSWORD)).status).toBe(200);
  });

  it('end the guessing of many passwords from one address', async () => {
    for (let round = 0; round < 60; round += 1) {
      expect((await guess(`nobody-${round}`, '10.0.2.1')).status).toBe(401);
    }

    expect((await guess('ann', '10.0.2.1', PASSWORD)).status).toBe(429);
    expect((await guess('ann', '10.0.2.2', PASSWORD)).status).toBe(200);
  });

  it('count requests for each person and each address', async () => {
    const statuses = new Map<number, number>();
    for (let round = 0; round < 31; round += 1) {
      const twenty = Array.from({ length: 20 }, () => ann.get('/api/users/me'));
      for (const { status } of await Promise.all(twenty)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }

    expect(statuses.get(200)).toBeLessThanOrEqual(600);
    expect(statuses.get(429)).toBeGreaterThan(0);
    expect((await api.get('/api/instance', from('10.0.3.1'))).status).toBe(200);
  });

  it('refuse commands of who sends too many, and end who does not stop', async () => {
    const carl = await api.person();
    const socket = await carl.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    const sync = (client: ClientSocket) => client.emitWithAck('sync', { rooms: {} });

    const acks = await Promise.all(Array.from({ length: 700 }, () => sync(socket)));

    expect(acks.filter(({ ok }) => ok).length).toBeLessThanOrEqual(600);
    expect(acks.at(-1)).toMatchObject({
      ok: false,
      problem: { code: 'request.rate-limited', retryable: true, retryAfterMs: expect.any(Number) },
    });
    expect(await sync(await ann.connect())).toMatchObject({ ok: true });
    for (let round = 0; round < 3_000; round += 1) {
      socket.emit('sync', { rooms: {} }, () => undefined);
    }
    expect(await closed).toEqual([{ reason: 'rate-limited' }]);
  });

  it('do not believe what anybody writes into X-Forwarded-For', async () => {
    const direct = await RunningApi.start({ env: { RATE_LIMITS: 'on' } });
    const statuses = await Promise.all(
      Array.from({ length: 61 }, async (_, round) => {
        const body = { login: `nobody-${round}`, password: 'a wrong guess' };
        return (await direct.post('/api/auth/login', body, from(`10.0.4.${round}`))).status;
      }),
    );
    const after = await direct.post(
      '/api/auth/login',
      { login: 'x-y-z', password: 'a wrong guess' },
      from('10.9.9.9'),
    );

    expect(statuses).not.toContain(200);
    expect(after.status).toBe(429);
    await direct.stop();
  });

  it('can be switched off, which is said loudly', async () => {
    const open = await RunningApi.start();

    expect(open.server.output).toContain('RATE_LIMITS=off');
    await open.stop();
  });
});
