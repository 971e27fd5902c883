import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@parley/contracts';
import { PASSWORD, type Person } from './support/person.js';
import { RunningApi } from './support/running-api.js';

const METRICS_TOKEN = 'who has this may read metrics';

describe('the edge of HTTP', () => {
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    api = await RunningApi.start({ env: { METRICS_TOKEN } });
    ann = await api.person();
  });

  afterAll(() => api.stop());

  /** Byte for byte, as no well-behaved client would. */
  const raw = async (head: string, body = ''): Promise<string> => {
    const { hostname, port } = new URL(api.url);
    const connection = connect(Number(port), hostname);
    const length = Buffer.byteLength(body);
    connection.write(
      `${head} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ann.token}\r\nconnection: close\r\n` +
        `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`,
    );
    let answer = '';
    connection.setEncoding('utf8').on('data', (text: string) => (answer += text));
    await once(connection, 'close');
    return answer;
  };
  const statusOf = async (head: string, body?: string) => Number((await raw(head, body)).split(' ')[1]);

  it.each([
    ['the same name twice', '{"displayName":"Ann","displayName":"Ben"}', 'request.invalid-json'],
    [
      'the same name twice, once in disguise',
      '{"displayName":"Ann","display\\u004eame":"B"}',
      'request.invalid-json',
    ],
    ['half a text', '{"displayName":"Ann', 'request.invalid-json'],
    ['nothing', '', 'request.invalid-json'],
    [
      'ten thousand lists in each other',
      `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      'request.invalid-json',
    ],
    ['twenty objects in each other', `{"bio":${'{"a":'.repeat(20)}1${'}'.repeat(20)}}`, 'request.invalid'],
    ['another prototype', '{"__proto__":{"role":"admin"}}', 'request.invalid'],
    ['another constructor', '{"constructor":{"prototype":{"role":"admin"}}}', 'request.invalid'],
    ['a role', '{"role":"admin"}', 'request.invalid'],
    ['a list for an object', '[]', 'request.invalid'],
    ['a number for text', '{"displayName":1}', 'request.invalid'],
    ['a lone surrogate', '{"displayName":"\\ud800"}', 'request.invalid'],
    ['NUL', '{"displayName":"A\\u0000n"}', 'request.invalid'],
    ['nothing that can be seen', '{"displayName":"\\u200b\\u2066 \\ufeff"}', 'request.invalid'],
    ['a time that is none', '{"statusExpiresAt":"2026-13-45T99:00:00Z"}', 'request.invalid'],
  ])('refuses %s', async (_, body, code) => {
    const answer = await raw('PATCH /api/users/me', body);

    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain(`"code":"${code}"`);
  });

  it.each([
    ['POST /api/users/me', 405],
    ['OPTIONS /api/users/me', 405],
    ['DELETE /api/auth/login', 405],
    ['TRACE /api/users/me', 405],
    ['HEAD /api/nowhere', 404],
    ['GET /api//users/me', 404],
    ['GET /api/users/me/', 404],
    ['GET /api/./users/me', 404],
    ['GET /api/auth/%2e%2e/users/me', 404],
    ['GET /api/users/me%00', 400],
    ['GET /api/users/%zz', 400],
    ['GET /api/users?limit=-1', 400],
    ['GET /api/users?limit=0', 400],
    ['GET /api/users?limit=1e9', 400],
    ['GET /api/users?limit=1&limit=2', 400],
    ['GET /api/users?__proto__=x', 400],
    ['GET /api/users?surprise=x', 400],
    ['GET /chunk-OLDBUILD.js', 404],
  ])('answers %s with %i', async (head, status) => {
    const body = /^(POST|DELETE|OPTIONS)/.test(head) ? '{}' : '';

    expect(await statusOf(head, body)).toBe(status);
  });

  it.each(['//api/users/me', '/API/users/me', '/api/users/me/', '/x/../api/users/me', '/%61pi/users/me/.'])(
    'tells nothing at %s, which is a page of the client or nothing',
    async (address) => {
      const answer = await raw(`GET ${address}`);

      expect(answer).toMatch(/^HTTP\/1.1 (200|404) /);
      expect(answer).not.toContain(ann.me.email);
    },
  );

  it('says which methods an address knows', async () => {
    const { status, headers, body } = await ann.put<Problem>('/api/users/me', {});

    expect({ status, code: body.code, allow: headers.get('allow') }).toEqual({
      status: 405,
      code: 'request.method-not-allowed',
      allow: 'GET, HEAD, PATCH, DELETE',
    });
  });

  it.each(['HEAD', 'GET'])('guards %s like any other method', async (method) => {
    const { status } = await fetch(`${api.url}/api/users/me`, { method });

    expect(status).toBe(401);
  });

  it('tells browsers to be careful', async () => {
    const { headers } = await api.get('/api/instance');

    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('answers whoever watches it', async () => {
    const [live, ready] = await Promise.all([api.get('/api/health/live'), api.get('/api/health/ready')]);

    expect([live, ready]).toMatchObject([
      { status: 200, body: { status: 'ok' } },
      { status: 200, body: { status: 'ok' } },
    ]);
  });

  it('shows its metrics to nobody but who has the token', async () => {
    await (await ann.connect()).emitWithAck('sync', { rooms: {} });
    const { body: room } = await ann.post<{ id: string }>('/api/chatrooms', {
      name: 'a',
      visibility: 'public',
    });
    await ann.post(`/api/chatrooms/${room.id}/messages`, { body: 'hello' });
    const metrics = (token: string) => api.get<string>('/metrics', { authorization: `Bearer ${token}` });

    expect((await metrics('wrong')).status).toBe(401);
    expect((await metrics(ann.token)).status).toBe(401);
    const { status, body } = await metrics(METRICS_TOKEN);
    expect(status).toBe(200);
    for (const line of [
      /parley_http_request_seconds_count\{method="POST",route="\/api\/auth\/register",status="201"\} 1/,
      /parley_command_seconds_count\{command="sync",outcome="ok"\} 1/,
      /parley_sockets 1/,
      /parley_message_batch_size_sum 1/,
      /parley_database_connections \d/,
      /nodejs_eventloop_lag_p99_seconds \d/,
    ]) {
      expect(body).toMatch(line);
    }
  });

  it('keeps secrets and what people write out of its log', async () => {
    const log = await RunningApi.start({ env: { LOG_LEVEL: 'trace' } });
    const ben = await log.person();
    await log.post('/api/auth/login', { login: ben.username, password: 'a wrong password' });
    await log.refresh(ben.cookie);
    await ben.patch('/api/users/me', { bio: 'what ben says of himself' });
    const { body: room } = await ben.post<{ id: string }>('/api/chatrooms', {
      ...{ name: 'the name of the room', visibility: 'private' },
    });
    await ben.post(`/api/chatrooms/${room.id}/messages`, { body: 'what ben wrote' });
    await ben.post(`/api/chatrooms/${room.id}/messages`, { body: 'what nobody takes', id: 'no id' });
    // Something that goes wrong inside, in the middle of writing.
    await log.database.source.query('ALTER TABLE users RENAME COLUMN bio TO biography');
    expect(await ben.patch('/api/users/me', { bio: 'what is not stored' })).toMatchObject({ status: 500 });
    expect(
      await log.post('/api/auth/register', {
        username: 'carl',
        email: 'carl@example.org',
        password: PASSWORD,
      }),
    ).toMatchObject({ status: 500 });

    const { output } = log.server;
    await log.stop();
    expect(output).toContain(`"userId":"${ben.id}"`);
    expect(output).toMatch(/"level":50.*"requestId":"[0-9a-f-]{36}"/);
    const secrets = [PASSWORD, 'wrong password', ben.token, ben.cookie, ben.cookie.split('.')[1] ?? ''];
    const texts = [
      'what ben',
      'name of the room',
      'what nobody',
      'what is not stored',
      'argon2id',
      '@example.org',
    ];
    for (const text of [...secrets, ...texts]) {
      expect(output).not.toContain(text);
    }
  });
});

describe('behind https', () => {
  it('keeps cookies and browsers on https', async () => {
    const api = await RunningApi.start({ env: { PUBLIC_URL: 'https://chat.example' } });
    await api.person('ann');

    const { headers } = await api.post('/api/auth/login', { login: 'ann', password: PASSWORD });

    expect(headers.getSetCookie()[0]).toMatch(/; Secure/);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    await api.stop();
  });
});
