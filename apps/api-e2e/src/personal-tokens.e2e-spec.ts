import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CreatedToken, CreateToken, PersonalTokenList, Problem } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Mailbox } from './support/mailbox.js';
import { nextEvents, PASSWORD, Person } from './support/person.js';
import { makeRoom } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

describe('personal access tokens', () => {
  let api: RunningApi;
  let ann: Person;

  beforeAll(async () => {
    api = await RunningApi.start();
    ann = await api.person();
  });

  afterAll(() => api.stop());

  const create = (wish: Partial<CreateToken>, owner = ann) =>
    owner.post<CreatedToken & Problem>('/api/auth/tokens', { name: 'bot', scopes: ['read'], ...wish });
  const aBot = async (wish: Partial<CreateToken>, owner = ann) =>
    new Person(api.url, owner.me, (await create(wish, owner)).body.token, '');
  const listed = async (owner = ann) => (await owner.get<PersonalTokenList>('/api/auth/tokens')).body.items;

  it('are shown once, and kept as hashes', async () => {
    const { status, body } = await create({ name: 'reader' });

    expect({ status, fields: Object.keys(body).toSorted() }).toEqual({
      status: 201,
      fields: ['id', 'token'],
    });
    expect(body.token).toMatch(/^parley_pat_[\w-]{43}$/);
    const [item] = await listed();
    expect(item).toEqual({
      ...{ id: body.id, name: 'reader', scopes: ['read'] },
      ...{ createdAt: expect.any(String), lastUsedAt: null, expiresAt: null },
    });
    const rows = await api.database.source.query<object[]>('SELECT * FROM personal_tokens');
    expect(JSON.stringify(rows)).not.toContain(body.token.slice(11));
    expect(api.server.output).not.toContain(body.token);
  });

  it('read with the scope to read, over REST and sockets, and change nothing', async () => {
    const room = await makeRoom(ann, {});
    const bot = await aBot({ scopes: ['read'] });

    expect(await bot.get(`/api/chatrooms/${room.id}/messages`)).toMatchObject({ status: 200 });
    expect(await bot.post(`/api/chatrooms/${room.id}/messages`, { body: 'hello' })).toMatchObject({
      status: 403,
      body: { code: 'auth.scope-missing' },
    });
    const socket = await bot.connect();
    expect(await socket.emitWithAck('sync', { rooms: {} })).toMatchObject({ ok: true });
    const message = { id: uuidv7(), roomId: room.id, body: 'hello' };
    expect(await socket.emitWithAck('message:send', message)).toMatchObject({
      ok: false,
      problem: { code: 'auth.scope-missing', status: 403 },
    });
    const [item] = await listed();
    expect(item?.lastUsedAt).toEqual(expect.any(String));
  });

  it('write with the scope to write, and hear nothing without the one to read', async () => {
    const room = await makeRoom(ann, {});
    const bot = await aBot({ scopes: ['write'] });
    const whole = await aBot({ scopes: ['read', 'write'] });

    expect(await bot.post(`/api/chatrooms/${room.id}/messages`, { body: 'hello' })).toMatchObject({
      status: 201,
    });
    expect(await bot.get('/api/chatrooms/mine')).toMatchObject({ body: { code: 'auth.scope-missing' } });
    await expect(bot.connect()).rejects.toMatchObject({ data: { code: 'auth.scope-missing' } });
    const socket = await whole.connect();
    const message = { id: uuidv7(), roomId: room.id, body: 'hello' };
    expect(await socket.emitWithAck('message:send', message)).toMatchObject({ ok: true });
  });

  it.each([
    ['GET', '/api/auth/sessions', undefined],
    ['DELETE', '/api/auth/sessions', undefined],
    ['GET', '/api/auth/tokens', undefined],
    ['POST', '/api/auth/tokens', { name: 'more', scopes: ['read'] }],
    ['POST', '/api/auth/password', { currentPassword: PASSWORD, newPassword: 'a new kettle of tea' }],
    ['POST', '/api/auth/reauth', { password: PASSWORD }],
    ['POST', '/api/auth/email/verify/resend', undefined],
  ])('never reach the account: %s %s', async (method, path, body) => {
    const bot = await aBot({ scopes: ['read', 'write'] });

    expect(await bot.request(method, path, body)).toMatchObject({
      status: 403,
      body: { code: 'auth.scope-missing' },
    });
  });

  it('are cut off when they are taken back, sockets included', async () => {
    const bot = await aBot({ scopes: ['read'] });
    const socket = await bot.connect();
    const closed = nextEvents(socket, 'session:closed', 1);
    const [item] = await listed();
    const ben = await api.person();

    expect(await ben.delete(`/api/auth/tokens/${item?.id}`)).toMatchObject({
      status: 404,
      body: { code: 'auth.personal-token-not-found' },
    });
    expect(await ann.delete(`/api/auth/tokens/${item?.id}`)).toMatchObject({ status: 204 });

    expect(await closed).toEqual([{ reason: 'auth-revoked' }]);
    expect(await bot.get('/api/users/me')).toMatchObject({
      status: 401,
      body: { code: 'auth.token-invalid' },
    });
    await expect(bot.connect()).rejects.toMatchObject({ data: { code: 'auth.token-invalid' } });
  });

  it('end when they were meant to, sockets included', async () => {
    const bot = await aBot({ expiresAt: new Date(Date.now() + 1_500).toISOString() });
    const socket = await bot.connect();

    expect(await nextEvents(socket, 'session:closed', 1)).toEqual([{ reason: 'auth-expired' }]);

    expect(await bot.get('/api/users/me')).toMatchObject({
      status: 401,
      body: { code: 'auth.token-expired' },
    });
    await expect(bot.connect()).rejects.toMatchObject({ data: { code: 'auth.token-expired' } });
  });

  it('stay when a session ends, and go when a forgotten password is replaced', async () => {
    const ben = await api.person();
    const bot = await aBot({}, ben);
    await api.post('/api/auth/logout', undefined, { cookie: ben.cookie });
    expect(await bot.get('/api/users/me')).toMatchObject({ status: 200 });
    const email = `${ben.username}@example.org`;
    await api.post('/api/auth/password/forgot', { email });
    const token = await new Mailbox(api.server).linkTo('reset', email);

    await api.post('/api/auth/password/reset', { token, newPassword: 'a new kettle of tea' });

    expect(await bot.get('/api/users/me')).toMatchObject({ status: 401 });
  });

  it('are made only by who has entered the password lately', async () => {
    await api.database.source.query(
      `UPDATE sessions SET proved_at = now() - interval '16 minutes' WHERE user_id = $1`,
      [ann.id],
    );
    expect(await create({})).toMatchObject({ status: 403, body: { code: 'auth.reauth-required' } });
    const reauth = (password: string) => ann.post('/api/auth/reauth', { password });

    expect(await reauth('wrong horse')).toMatchObject({
      status: 401,
      body: { code: 'auth.invalid-credentials' },
    });
    expect(await reauth(PASSWORD)).toMatchObject({ status: 204 });

    expect(await create({})).toMatchObject({ status: 201 });
  });

  it.each([
    [{ name: '' }],
    [{ name: 'x'.repeat(81) }],
    [{ scopes: [] }],
    [{ scopes: ['read', 'read'] }],
    [{ scopes: ['admin'] }],
    [{ scopes: 'read' }],
    [{ expiresAt: 'tomorrow' }],
    [{ expiresAt: '2020-01-01T00:00:00Z' }],
    [{ userId: 'somebody' }],
  ])('are not made of %j', async (wish) => {
    expect(await create(wish as Partial<CreateToken>)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });

  it.each([`parley_pat_${'x'.repeat(43)}`, 'parley_pat_', 'parley_pat_\u00e9'])(
    'are not guessed: %s',
    async (token) => {
      const bot = new Person(api.url, ann.me, encodeURI(token), '');

      expect(await bot.get('/api/users/me')).toMatchObject({
        status: 401,
        body: { code: 'auth.token-invalid' },
      });
    },
  );
});
